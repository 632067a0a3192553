import type { Locale } from 'antd/es/locale'
import type { Language } from './language'

/** The words inside antd's own components. */
export const antdLocale: Record<Language, () => Promise<Locale>> = {
  'zh-CN': async () => (await import('antd/es/locale/zh_CN')).default,
  en: async () => (await import('antd/es/locale/en_US')).default,
  de: async () => (await import('antd/es/locale/de_DE')).default,
}
