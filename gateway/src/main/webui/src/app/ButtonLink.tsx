import { Button, type ButtonProps } from 'antd'
import { useHref, useLinkClickHandler } from 'react-router'

/** A link that looks like a button: one element for the keyboard and for a screen reader. */
export function ButtonLink({
  to,
  ...props
}: { to: string } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLAnchorElement>(to)
  return (
    <Button
      {...props}
      href={href}
      onClick={(event) => follow(event as React.MouseEvent<HTMLAnchorElement, MouseEvent>)}
    />
  )
}
