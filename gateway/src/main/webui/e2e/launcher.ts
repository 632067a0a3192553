import { readFileSync } from 'node:fs'

/** What the launcher wrote about the suite. */
interface Description {
  staff: { role: string; email: string; password: string }[]
  pids: Record<string, number>
  logs: Record<string, string>
  infrastructure: { postgres: string }
  adminCenter: string
}

export function description(): Description {
  const file = process.env.SUITE_JSON
  if (file === undefined) {
    throw new Error('SUITE_JSON names no file')
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Description
}

/** Ends a service at once; its launcher starts another. */
export function kill(service: string) {
  process.kill(description().pids[service] as number, 'SIGKILL')
}

/** The services that have a text in what they log. */
export function loggedBy(text: string): string[] {
  return Object.entries(description().logs)
    .filter(([, file]) => readFileSync(file, 'utf8').includes(text))
    .map(([service]) => service)
}
