import type { Texts } from './en'
import { de as first } from './first/de'
import { de as own } from './own/de'

export const de: Texts = { ...first, ...own }
