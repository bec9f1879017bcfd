import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'

export interface ButtonLook {
  /** `primary` once a page; `plain` beside it; `quiet` inside text and tables; `danger` for what cannot be undone; `good` to agree. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger' | 'good'
  size?: 'm' | 's'
  icon?: ReactNode
  wide?: boolean
}

function look({ kind = 'plain', size = 'm', wide }: ButtonLook, extra?: string): string {
  return classes(styles.button, styles[kind], size === 's' && styles.small, wide && styles.wide, extra)
}

type ButtonProps = ButtonLook &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** While true the button keeps its place, says it is busy and cannot be pressed again. */
    busy?: boolean
    ref?: Ref<HTMLButtonElement>
  }

/** A button; `type` is "button" unless said otherwise, so that none sends a form by accident. */
export function Button({ kind, size, icon, wide, busy, children, className, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={look({ kind, size, wide }, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {icon}
      {children}
    </button>
  )
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'wide'> & {
  /** What the button does, for those who cannot see the icon; also its tooltip. */
  label: string
  children: ReactNode
}

/** A square button with an icon and a spoken name. */
export function IconButton({
  label,
  kind = 'quiet',
  size,
  busy,
  children,
  className,
  disabled,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={look({ kind, size }, classes(styles.icon, className))}
      disabled={disabled || busy}
    >
      {children}
    </button>
  )
}

type AnchorProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }

/** A link outside the router (a file, another site) that looks like a button. */
export function ButtonAnchor({ kind, size, icon, wide, className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={look({ kind, size, wide }, className)}>
      {icon}
      {children}
    </a>
  )
}

/** A link to another page of the product that looks like a button; takes the router's `to`, `params`, `search`. */
export const ButtonLink = createLink(ButtonAnchor)
