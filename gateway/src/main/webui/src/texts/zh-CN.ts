import type { Texts } from './en'
import { zhCN as first } from './first/zh-CN'
import { zhCN as own } from './own/zh-CN'

export const zhCN: Texts = { ...first, ...own }
