import type { ExpressionProblem, Purpose } from '@cchc/domain/outlines/expression.ts'
import { celName, type Outline, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { useRef } from 'react'
import { ComboField } from '../ui/ComboField.tsx'
import { Stack } from '../ui/Layout.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import styles from './Outlines.module.css'
import { itemOptions, readableExpression } from './outline-words.ts'

interface Props {
  outline: Outline
  purpose: Purpose
  value: string
  onChange: (expression: string) => void
  problem: ExpressionProblem | null
}

const helps: Record<Purpose, string> = {
  check:
    'Đúng khi số liệu khớp. Dùng + - *, <= >= == !=, && (và) || (hoặc), near(a, b, sai lệch), rateMatches(tỷ lệ, phần, tổng, sai lệch), abs, round.',
  formula: 'Cho ra một con số. Dùng + - * /, rate(phần, tổng), abs, round(số, số chữ số lẻ), điều kiện ? a : b.',
}

/** An expression written by hand; items are put in by searching for their words, and what is wrong is shown where it stands. */
export function ExpressionBox({ outline, purpose, value, onChange, problem }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const usable = (item: OutlineItem) => item.kind !== 'heading' && item.kind !== 'table'
  const insert = (key: string | null) => {
    if (!key) return
    const area = box.current?.querySelector('textarea')
    const at = area?.selectionStart ?? value.length
    const before = value.slice(0, at)
    const gap = before === '' || /[\s(]$/.test(before) ? '' : ' '
    onChange(`${before}${gap}${celName(key)}${value.slice(area?.selectionEnd ?? at)}`)
    area?.focus()
  }
  return (
    <Stack gap={2}>
      <div ref={box} className={styles.code}>
        <TextAreaField
          label={purpose === 'check' ? 'Biểu thức' : 'Công thức'}
          hint={helps[purpose]}
          required
          spellCheck={false}
          value={value}
          onChange={onChange}
          error={problem && value.trim() !== '' ? <Problem value={value} problem={problem} /> : undefined}
          below={problem || value.trim() === '' ? undefined : `Đọc là: ${readableExpression(outline, value)}`}
        />
      </div>
      <ComboField
        label="Chèn chỉ mục vào biểu thức"
        placeholder="Gõ tên chỉ mục, mục hoặc mã…"
        value={null}
        onChange={insert}
        options={itemOptions(outline, usable)}
      />
    </Stack>
  )
}

function Problem({ value, problem: { problem, range } }: { value: string; problem: ExpressionProblem }) {
  return (
    <>
      Biểu thức {problem}.
      {range && (
        <code className={styles.marked}>
          {value.slice(0, range[0])}
          <mark>{value.slice(range[0], range[1])}</mark>
          {value.slice(range[1])}
        </code>
      )}
    </>
  )
}
