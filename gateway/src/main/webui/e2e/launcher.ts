import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the launcher wrote about the suite. */
interface Description {
  staff: { role: string; email: string; password: string }[]
  pids: Record<string, number>
  logs: Record<string, string>
  adminCenter: string
}

export function description(): Description {
  return JSON.parse(readFileSync(descriptionFile(), 'utf8')) as Description
}

/** The one file that a service is configured by, Java properties, beside what scripts are told. */
export function serviceSettings(service: string): Map<string, string> {
  const file = join(dirname(descriptionFile()), 'config', `${service}.properties`)
  const entries = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const entry = /^([^#!](?:\\.|[^=\\])*)=(.*)$/.exec(line)
      return entry === null ? [] : [entry.slice(1).map((part) => part.replace(/\\(.)/g, '$1'))]
    })
  return new Map(entries as [string, string][])
}

function descriptionFile(): string {
  const file = process.env.SUITE_JSON
  if (file === undefined) {
    throw new Error('SUITE_JSON names no file')
  }
  return file
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
