/** What the API says when it refuses (RFC 9457), in the reader's language. */
export interface Problem {
  /** The last part of `urn:fapiaosuite:problem:<slug>`. */
  slug: string
  title: string
  detail: string
  /** 0 when nobody answered. */
  status: number
  traceId?: string
  violations: Violation[]
  /** Seconds of Retry-After. */
  retryAfter?: number
}

/** One field and what is wrong with it. */
export interface Violation {
  field: string
  message: string
}

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.slug)
  }
}

/** Nobody answered: offline, or the service is down. */
export const UNREACHABLE = 'unreachable'

const PREFIX = 'urn:fapiaosuite:problem:'

/** Reads a problem, whatever a proxy in between made of it. */
export function readProblem(status: number, body: unknown, retryAfter: string | null): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const text = (name: string) => (typeof fields[name] === 'string' ? (fields[name] as string) : '')
  const seconds = retryAfter === null ? Number.NaN : Number.parseInt(retryAfter, 10)
  return {
    slug: text('type').startsWith(PREFIX) ? text('type').slice(PREFIX.length) : `http-${status}`,
    title: text('title'),
    detail: text('detail'),
    status,
    traceId: text('traceId') || undefined,
    violations: readViolations(fields.violations),
    retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
  }
}

function readViolations(sent: unknown): Violation[] {
  if (!Array.isArray(sent)) {
    return []
  }
  return sent.flatMap((item: { field?: unknown; message?: unknown }) =>
    typeof item?.field === 'string' && typeof item.message === 'string'
      ? [{ field: item.field, message: item.message }]
      : [],
  )
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) {
    return error.problem
  }
  return { slug: UNREACHABLE, title: '', detail: '', status: 0, violations: [] }
}

export function hasSlug(error: unknown, slug: string): boolean {
  return error instanceof ProblemError && error.problem.slug === slug
}
