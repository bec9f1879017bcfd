import {
  buildFormula,
  type FormulaRecipe,
  formulaRecipeNames,
  formulaRecipeOf,
} from '@cchc/domain/outlines/check-recipes.ts'
import { isFigure, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { readExpression } from '@cchc/domain/outlines/try-out.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Row } from '../ui/Layout.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { ExpressionBox } from './ExpressionBox.tsx'
import { ItemPicker, ItemsPicker } from './ItemPicker.tsx'
import styles from './Outlines.module.css'
import { readableExpression } from './outline-words.ts'
import { FormulaTrial } from './TryOut.tsx'
import { useEditor } from './use-editor.ts'

/** Whether a figure is computed, and from what. */
export function FormulaField({ item, onChange }: { item: OutlineItem; onChange: (formula: string | null) => void }) {
  const { outline } = useEditor()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.formula}>
      <span>
        {item.formula === null ? 'Đơn vị tự nhập số này.' : `Tự tính: ${readableExpression(outline, item.formula)}`}
      </span>
      <Row gap={1}>
        <Button size="s" onClick={() => setOpen(true)}>
          {item.formula === null ? 'Cho tự tính' : 'Sửa công thức'}
        </Button>
        {item.formula !== null && (
          <Button size="s" onClick={() => onChange(null)}>
            Để đơn vị nhập
          </Button>
        )}
      </Row>
      {open && (
        <FormulaDialog
          item={item}
          onSave={(formula) => {
            onChange(formula)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

type Way = FormulaRecipe['kind'] | 'own'

/** A formula from one of the usual recipes, or by hand; tried at once on what units reported. */
function FormulaDialog({
  item,
  onSave,
  onClose,
}: {
  item: OutlineItem
  onSave: (formula: string) => void
  onClose: () => void
}) {
  const { outline } = useEditor()
  const known = formulaRecipeOf(item.formula ?? '')
  const [way, setWay] = useState<Way>(known?.kind ?? (item.formula ? 'own' : 'rate'))
  const [keys, setKeys] = useState<readonly (string | null)[]>(keysOf(known))
  const [own, setOwn] = useState(item.formula ?? '')
  const recipe = recipeFrom(way, keys)
  const formula = way === 'own' ? own : recipe ? buildFormula(recipe) : ''
  const read = formula === '' ? null : readExpression(outline, formula, 'formula')
  const problem = read && 'problem' in read ? read : null
  const fits = (other: OutlineItem) => isFigure(other) && other.key !== item.key
  const set = (place: number, key: string | null) => setKeys(Object.assign([...keys], { [place]: key }))
  return (
    <FormDialog
      title={`Công thức của “${item.shortLabel ?? item.label}”`}
      look="wide"
      onClose={onClose}
      onSubmit={() => onSave(formula)}
      submitLabel="Dùng công thức này"
      ready={formula !== '' && !problem}
    >
      <SelectField
        label="Cách tính"
        value={way}
        onChange={(value) => {
          setWay(value as Way)
          if (value === 'own' && formula) setOwn(formula)
        }}
        options={[
          ...Object.entries(formulaRecipeNames).map(([value, label]) => ({ value, label })),
          { value: 'own', label: 'Tự viết công thức' },
        ]}
      />
      {way === 'own' && (
        <ExpressionBox outline={outline} purpose="formula" value={own} onChange={setOwn} problem={problem} />
      )}
      {way === 'sum' && (
        <ItemsPicker label="Cộng các số" keys={keys.filter((key) => key !== null)} fits={fits} onChange={setKeys} />
      )}
      {(way === 'rate' || way === 'difference') && (
        <div className={styles.pair}>
          <ItemPicker
            label={way === 'rate' ? 'Số này (phần)' : 'Số này'}
            value={keys[0] ?? null}
            fits={fits}
            onChange={(key) => set(0, key)}
          />
          <ItemPicker
            label={way === 'rate' ? 'chia cho (tổng)' : 'trừ đi'}
            value={keys[1] ?? null}
            fits={fits}
            onChange={(key) => set(1, key)}
          />
        </div>
      )}
      {formula !== '' && !problem && <FormulaTrial itemKey={item.key} formula={formula} />}
    </FormDialog>
  )
}

function keysOf(recipe: FormulaRecipe | null): (string | null)[] {
  if (!recipe) return [null, null]
  if (recipe.kind === 'sum') return [...recipe.parts]
  return recipe.kind === 'rate' ? [recipe.part, recipe.whole] : [recipe.from, recipe.less]
}

function recipeFrom(way: Way, keys: readonly (string | null)[]): FormulaRecipe | null {
  const given = keys.filter((key) => key !== null)
  if (way === 'sum') return given.length >= 2 ? { kind: 'sum', parts: given } : null
  const [one, two] = keys
  if (!one || !two || way === 'own') return null
  return way === 'rate' ? { kind: 'rate', part: one, whole: two } : { kind: 'difference', from: one, less: two }
}
