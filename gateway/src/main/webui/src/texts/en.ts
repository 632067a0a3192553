import { en as first } from './first/en'
import { en as own } from './own/en'

/** The pages in English; its keys are what the other languages have to have as well. */
export const en = { ...first, ...own }

/** What the first pages need; each language has each text. */
export type FirstTexts = typeof first
/** What is loaded once somebody is signed in. */
export type OwnTexts = typeof own
export type Texts = FirstTexts & OwnTexts
