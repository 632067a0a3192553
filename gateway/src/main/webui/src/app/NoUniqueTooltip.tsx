import type { ReactNode } from 'react'

/** Stands for antd's shared tooltip, which is off unless asked for. */
export default function NoUniqueTooltip({ children }: { children: ReactNode }) {
  return children
}
