import {
  buildCheck,
  type CheckRecipe,
  checkRecipeNames,
  checkRecipeOf,
  keysOfRecipe,
  referenceOf,
} from '@cchc/domain/outlines/check-recipes.ts'
import { isFigure, type OutlineCheck, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { givenKeys, proposeKey } from '@cchc/domain/outlines/outline-keys.ts'
import { readExpression } from '@cchc/domain/outlines/try-out.ts'
import { useState } from 'react'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import { ExpressionBox } from './ExpressionBox.tsx'
import { ItemPicker, ItemsPicker } from './ItemPicker.tsx'
import styles from './Outlines.module.css'
import { readableExpression } from './outline-words.ts'
import { CheckTrial } from './TryOut.tsx'
import { useEditor } from './use-editor.ts'

type Kind = CheckRecipe['kind']
type Way = Kind | 'own'

/** Names of the boxes of each recipe; `parts` is a list. */
const boxes: Record<Kind, readonly string[]> = {
  'parts-equal': ['Các phần', 'Tổng số'],
  'parts-within': ['Các phần', 'Tổng số'],
  'at-most': ['Số này', 'không lớn hơn'],
  rate: ['Tỷ lệ đã ghi', 'Số phần', 'Số tổng'],
  'at-least': ['Số này'],
}

/**
 * A check from one of the usual recipes, which writes expression and sentence, or by hand; tried at once on what units
 * reported. What the person words themselves is never written over.
 */
export function CheckDialog({ check, onClose }: { check: OutlineCheck | null; onClose: () => void }) {
  const { outline, edit } = useEditor()
  const known = check && checkRecipeOf(check.expression)
  const [way, setWay] = useState<Way>(check ? (known?.kind ?? 'own') : 'parts-within')
  const [parts, setParts] = useState<readonly string[]>(known && 'parts' in known ? known.parts : [])
  const [keys, setKeys] = useState<readonly (string | null)[]>(keysBeside(known))
  const [minimum, setMinimum] = useState<number | null>(known?.kind === 'at-least' ? known.minimum : null)
  const [own, setOwn] = useState(check?.expression ?? '')
  // Words that were written by hand; null where the recipe's stand.
  const [message, setMessage] = useState<string | null>(check?.message ?? null)
  const [clause, setClause] = useState<string | null>(check?.clause ?? null)
  const [level, setLevel] = useState<OutlineCheck['level'] | null>(check?.level ?? null)

  const recipe = way === 'own' ? null : recipeFrom(way, parts, keys, minimum)
  const built = recipe && buildCheck(outline, recipe)
  const expression = way === 'own' ? own : (built?.expression ?? '')
  const read = expression.trim() === '' ? null : readExpression(outline, expression, 'check')
  const problem = read && 'problem' in read ? read : null
  const itemKeys = recipe ? keysOfRecipe(recipe) : read && !('problem' in read) ? [...read.itemKeys] : []
  const written: OutlineCheck = {
    key:
      check?.key ?? proposeKey(givenKeys(outline).checks, `${way === 'own' ? 'kiem-tra' : way} ${itemKeys[0] ?? ''}`),
    level: level ?? built?.level ?? 'error',
    expression: expression.trim(),
    message: (message ?? built?.message ?? '').trim(),
    itemKeys: orderKept(check, itemKeys),
    clause: (clause ?? built?.clause ?? referenceOf(outline, itemKeys[0] ?? '')).trim(),
  }
  const isTriable = problem === null && itemKeys.length > 0
  const isSound = isTriable && written.message !== '' && written.clause !== ''

  const save = () => {
    const { key, ...changes } = written
    return edit(check ? { act: 'change-check', key, changes } : { act: 'add-check', check: written })
  }
  const fits = (item: OutlineItem) => isFigure(item)
  const names = way === 'own' ? [] : boxes[way]
  const hasParts = way === 'parts-equal' || way === 'parts-within'
  const single = hasParts ? names.slice(1) : names
  return (
    <FormDialog
      title={check ? 'Sửa phép kiểm tra' : 'Thêm phép kiểm tra'}
      look="wide"
      onClose={onClose}
      onSubmit={save}
      submitLabel={check ? 'Lưu phép kiểm tra' : 'Thêm vào đề cương'}
      ready={isSound}
    >
      <SelectField
        label="Kiểu kiểm tra"
        value={way}
        onChange={(value) => {
          if (value === 'own' && built) {
            setOwn(built.expression)
            setMessage(message ?? built.message)
          }
          setWay(value as Way)
        }}
        options={[
          ...Object.entries(checkRecipeNames).map(([value, label]) => ({ value, label })),
          { value: 'own', label: 'Tự viết biểu thức' },
        ]}
      />
      {way === 'own' && (
        <ExpressionBox outline={outline} purpose="check" value={own} onChange={setOwn} problem={problem} />
      )}
      {hasParts && <ItemsPicker label={names[0]!} keys={parts} fits={fits} onChange={setParts} />}
      <div className={styles.pair}>
        {single.map((name, place) => (
          <ItemPicker
            key={name}
            label={name}
            value={keys[place] ?? null}
            fits={fits}
            onChange={(key) => setKeys(Object.assign([...keys], { [place]: key }))}
          />
        ))}
        {way === 'at-least' && (
          <NumberField
            label="Không thấp hơn"
            value={minimum}
            read={readNumber}
            write={writeNumber}
            onCommit={setMinimum}
          />
        )}
      </div>
      {way !== 'own' && expression !== '' && (
        <p className={styles.expression}>Khớp khi {readableExpression(outline, expression)}</p>
      )}
      <RadioField
        label="Khi không khớp"
        value={written.level}
        onChange={(value) => setLevel(value as OutlineCheck['level'])}
        options={[
          { value: 'error', label: 'Lỗi: chưa gửi được báo cáo' },
          { value: 'warning', label: 'Cảnh báo: gửi được sau khi giải trình' },
        ]}
      />
      <TextAreaField
        label="Câu nhắc đơn vị"
        required
        hint="Nói sai ở đâu, theo điều nào, sửa thế nào. Mã chỉ mục trong ngoặc nhọn được thay bằng số của đơn vị."
        value={message ?? built?.message ?? ''}
        onChange={setMessage}
      />
      <TextField
        label="Căn cứ"
        required
        value={clause ?? written.clause}
        onChange={setClause}
        hint="Chỗ trong quyết định hay đề cương mà phép kiểm tra dựa vào."
      />
      {isTriable && <CheckTrial check={written} />}
    </FormDialog>
  )
}

function keysBeside(recipe: CheckRecipe | null): (string | null)[] {
  if (!recipe) return [null, null, null]
  return 'total' in recipe ? [recipe.total] : keysOfRecipe(recipe)
}

function recipeFrom(
  kind: Kind,
  parts: readonly string[],
  [one, two, three]: readonly (string | null)[],
  minimum: number | null,
): CheckRecipe | null {
  switch (kind) {
    case 'parts-equal':
    case 'parts-within':
      return parts.length >= 2 && one ? { kind, parts, total: one } : null
    case 'at-most':
      return one && two ? { kind, less: one, more: two } : null
    case 'rate':
      return one && two && three ? { kind, stated: one, part: two, whole: three } : null
    case 'at-least':
      return one && minimum !== null ? { kind, item: one, minimum } : null
  }
}

/** A check stays under the item it stood under, as long as it is about the same ones. */
function orderKept(check: OutlineCheck | null, itemKeys: readonly string[]): string[] {
  if (check && [...check.itemKeys].sort().join() === [...itemKeys].sort().join()) return check.itemKeys
  return [...itemKeys]
}
