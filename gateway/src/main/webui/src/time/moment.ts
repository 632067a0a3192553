import type { Language } from '../texts/language'

export const CHINA = 'Asia/Shanghai'

export function readersZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** `Tue 1 Dec, 09:30`; with the year when it is not this one. */
export function formatMoment(
  at: string,
  language: Language,
  zone: string,
  now = new Date(),
): string {
  const date = new Date(at)
  return new Intl.DateTimeFormat(locale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: date.getUTCFullYear() === now.getUTCFullYear() ? undefined : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(date)
}

/** A calendar day such as the last day of pick-up. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locale(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
}

/** True when a clock at the reader's place shows something else than one in China. */
export function differsFromChina(at: string, zone: string): boolean {
  return formatMoment(at, 'en', zone) !== formatMoment(at, 'en', CHINA)
}

/** Days, hours and minutes until then, none below zero. */
export function timeUntil(at: string, now: Date): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.ceil((Date.parse(at) - now.getTime()) / 60_000))
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  }
}

/** English day before month, as most of our readers abroad write it. */
function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}
