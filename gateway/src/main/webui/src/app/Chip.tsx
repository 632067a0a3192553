import { Tag } from 'antd'
import type { ReactNode } from 'react'

/** How a state is meant: nothing to do, good, on its way, look here, over. */
export type Tone = 'plain' | 'good' | 'busy' | 'warn' | 'bad'

/** The state of a thing, readable in light and dark. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <Tag className={`chip chip-${tone}`}>{children}</Tag>
}
