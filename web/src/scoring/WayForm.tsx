import { ItemKey, isFigure, type Outline } from '@cchc/domain/outlines/outline.ts'
import { bandInWords, roundingInWords } from '@cchc/domain/scoring/give-points.ts'
import { proposeSheetKey } from '@cchc/domain/scoring/propose-key.ts'
import { type Rounding, roundingNames, type Way } from '@cchc/domain/scoring/sheet.ts'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { itemOptions, readableExpression } from '../outlines/outline-words.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { SelectField, TextAreaField, TextField } from '../ui/TextFields.tsx'
import styles from './Sheets.module.css'

interface Props<W extends Way> {
  way: W
  outline: Outline
  onChange: (way: Way) => void
}
type OfKind<K extends Way['kind']> = Extract<Way, { kind: K }>

/** How a criterion gives points. */
export function WayForm({ way, outline, onChange }: Props<Way>) {
  if (way.kind === 'choice') return <ChoicesForm way={way} outline={outline} onChange={onChange} />
  if (way.kind === 'manual')
    return <p className={styles.quiet}>Người chấm ghi điểm từ 0 đến điểm tối đa và luôn phải ghi lý do.</p>
  return (
    <>
      <FigureFields way={way} outline={outline} onChange={onChange} />
      {way.kind === 'bands' ? (
        <BandsForm way={way} outline={outline} onChange={onChange} />
      ) : (
        <LinearForm way={way} outline={outline} onChange={onChange} />
      )}
    </>
  )
}

const number = { read: readNumber, write: writeNumber }

function FigureFields({ way, outline, onChange }: Props<OfKind<'bands' | 'linear'>>) {
  const isItem = ItemKey.safeParse(way.figure).success
  const figure = (text: string) => onChange({ ...way, figure: text })
  return (
    <>
      <ComboField
        label="Số liệu của báo cáo"
        hint="Chấm trên số xác minh nếu có, nếu không thì trên số báo cáo."
        placeholder="Gõ tên chỉ mục, mục hoặc mã…"
        value={isItem ? way.figure : null}
        onChange={(key) => figure(key ?? '')}
        options={itemOptions(outline, isFigure)}
      />
      <TextAreaField
        label="Hoặc biểu thức trên các chỉ mục"
        rows={2}
        spellCheck={false}
        value={isItem ? '' : way.figure}
        onChange={figure}
        hint="Dùng + - * /, rate(phần, tổng), abs, round(số, số chữ số lẻ), điều kiện ? a : b; mã a.b-c viết là a__b_c."
        below={isItem || way.figure === '' ? undefined : `Đọc là: ${readableExpression(outline, way.figure)}`}
      />
    </>
  )
}

function BandsForm({ way, onChange }: Props<OfKind<'bands'>>) {
  const { bands } = way
  const change = (at: number, changes: Partial<(typeof bands)[number]>) =>
    onChange({ ...way, bands: bands.map((band, place) => (place === at ? { ...band, ...changes } : band)) })
  return (
    <fieldset className={styles.rows}>
      <legend>Các mức, từ thấp đến cao</legend>
      {bands.map((band, at) => (
        <div key={at} className={styles.row}>
          {band.from === null ? (
            <span className={styles.word}>{bandInWords(way, at)}</span>
          ) : (
            <NumberField
              label="Từ"
              value={band.from}
              onCommit={(from) => change(at, { from: from ?? 0 })}
              {...number}
            />
          )}
          <NumberField
            label="Điểm"
            value={band.points}
            onCommit={(points) => change(at, { points: points ?? 0 })}
            {...number}
          />
          <IconButton
            label={`Xóa mức ${bandInWords(way, at)}`}
            disabled={at === 0}
            onClick={() => onChange({ ...way, bands: bands.filter((_, place) => place !== at) })}
          >
            <IconTrash size={17} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        onClick={() =>
          onChange({
            ...way,
            bands: [...bands, { from: (bands.at(-1)?.from ?? 0) + 1, points: bands.at(-1)?.points ?? 0 }],
          })
        }
      >
        Thêm mức
      </Button>
    </fieldset>
  )
}

function LinearForm({ way, onChange }: Props<OfKind<'linear'>>) {
  const rounding = (changes: Partial<Rounding>) => onChange({ ...way, rounding: { ...way.rounding, ...changes } })
  return (
    <fieldset className={styles.rows}>
      <legend>Tăng đều giữa hai mốc</legend>
      <div className={styles.row}>
        <NumberField
          label="0 điểm tại"
          value={way.zeroAt}
          onCommit={(zeroAt) => onChange({ ...way, zeroAt: zeroAt ?? 0 })}
          {...number}
        />
        <NumberField
          label="Điểm tối đa tại"
          value={way.fullAt}
          onCommit={(fullAt) => onChange({ ...way, fullAt: fullAt ?? 0 })}
          {...number}
        />
      </div>
      <div className={styles.row}>
        <SelectField
          label="Làm tròn"
          value={way.rounding.direction}
          onChange={(direction) => rounding({ direction: direction as Rounding['direction'] })}
          options={Object.entries(roundingNames).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          label="Số chữ số sau dấu phẩy"
          value={String(way.rounding.decimals)}
          onChange={(decimals) => rounding({ decimals: Number(decimals) as Rounding['decimals'] })}
          options={['0', '1', '2'].map((value) => ({ value, label: value }))}
        />
      </div>
      <p className={styles.quiet}>
        Điểm {roundingInWords(way.rounding)}, không dưới 0, không quá điểm tối đa. Mốc 0 điểm có thể lớn hơn mốc tối đa
        khi số càng nhỏ càng tốt.
      </p>
    </fieldset>
  )
}

function ChoicesForm({ way, onChange }: Props<OfKind<'choice'>>) {
  const { choices } = way
  const change = (key: string, changes: Partial<(typeof choices)[number]>) =>
    onChange({ ...way, choices: choices.map((choice) => (choice.key === key ? { ...choice, ...changes } : choice)) })
  return (
    <fieldset className={styles.rows}>
      <legend>Các lựa chọn</legend>
      {choices.map((choice) => (
        <div key={choice.key} className={styles.row}>
          <TextField label="Tên" value={choice.label} onChange={(label) => change(choice.key, { label })} />
          <NumberField
            label="Điểm"
            value={choice.points}
            onCommit={(points) => change(choice.key, { points: points ?? 0 })}
            {...number}
          />
          <IconButton
            label={`Xóa lựa chọn ${choice.label}`}
            onClick={() => onChange({ ...way, choices: choices.filter(({ key }) => key !== choice.key) })}
          >
            <IconTrash size={17} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button
        size="s"
        icon={<IconPlus size={15} aria-hidden="true" />}
        onClick={() =>
          onChange({
            ...way,
            choices: [
              ...choices,
              { key: proposeSheetKey(new Set(choices.map(({ key }) => key)), 'muc'), label: '', points: 0 },
            ],
          })
        }
      >
        Thêm lựa chọn
      </Button>
    </fieldset>
  )
}
