import {
  itemKindNames,
  type Outline,
  type OutlineItem,
  repeatsPartTitle,
  sectionReference,
} from '@cchc/domain/outlines/outline.ts'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Outline.module.css'

/** An outline to be read through: parts, sections, every item in its wording with the kind of answer it takes. */
export function OutlineDialog({ outline, onClose }: { outline: Outline; onClose: () => void }) {
  return (
    <Dialog title={outline.title} look="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus */}
      <section className={styles.outline} tabIndex={0} aria-label="Nội dung đề cương">
        {outline.note && <p className={styles.note}>{outline.note}</p>}
        {outline.parts.map((part) => (
          <section key={part.key}>
            <h3 className={styles.part}>
              {part.number && `${part.number}. `}
              {part.title}
            </h3>
            {part.sections.map((section) => (
              <div key={section.key}>
                {!repeatsPartTitle(part, section) && (
                  <h4 className={styles.section}>
                    {sectionReference(part, section)} {section.title}
                  </h4>
                )}
                <ul>
                  {section.items.map((item) => (
                    <Item key={item.key} item={item} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </section>
    </Dialog>
  )
}

function Item({ item }: { item: OutlineItem }) {
  const isHeading = item.kind === 'heading'
  const kind = item.formula ? 'tự tính' : itemKindNames[item.kind]
  return (
    <li className={styles.item} style={{ paddingInlineStart: 4 + item.level * 18 }}>
      <span className={isHeading ? styles.heading : undefined}>
        {item.marker && `${item.marker} `}
        {item.label}
        {item.advisoryOnly && <span className={styles.only}> (chỉ cơ quan tham mưu)</span>}
      </span>
      {!isHeading && (
        <span className={styles.kind}>
          {kind}
          {item.unit && `, ${item.unit}`}
        </span>
      )}
    </li>
  )
}
