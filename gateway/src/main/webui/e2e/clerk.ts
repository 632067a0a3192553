import { randomInt } from 'node:crypto'
import { description } from './launcher'
import { call, gateway, type Token } from './suite'

/** The day in China. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

/** The service centre at work. */
export class Clerk {
  private constructor(private readonly token: string) {}

  static async signedIn(role = 'CLERK'): Promise<Clerk> {
    const member = description().staff.find((each) => each.role === role)
    const { accessToken } = await call<Token>(gateway, 'POST', '/api/v1/sessions', {
      email: member?.email,
      password: member?.password,
    })
    return new Clerk(accessToken)
  }

  accept(id: string): Promise<unknown> {
    return this.act(id, 'acceptance')
  }

  /** Types in a code and a number as they stand on the paper. */
  async issue(id: string, code = '3100261330'): Promise<string> {
    const number = String(randomInt(100_000_000)).padStart(8, '0')
    await this.act(id, 'issue', {
      fapiaos: [{ numberScheme: 'LEGACY_CODE_NUMBER', code, number, issuedOn: today() }],
    })
    return number
  }

  mailOut(id: string, waybill: string): Promise<unknown> {
    return this.act(id, 'mail-out', { carrier: 'SF', waybill })
  }

  /** Tells everybody that none can be issued for a time. */
  publishNotice(text: Record<'zh-CN' | 'en' | 'de', string>, until: Date): Promise<{ id: string }> {
    return call(
      gateway,
      'POST',
      '/api/v1/service-centre/notices',
      { text, expectedIssueAt: until.toISOString() },
      this.token,
    )
  }

  withdrawNotice(id: string): Promise<unknown> {
    return call(gateway, 'DELETE', `/api/v1/service-centre/notices/${id}`, undefined, this.token)
  }

  /** Decides on what a customer asked for; a LEAD does. */
  approve(caseId: string): Promise<unknown> {
    return this.onCase(caseId, 'approval', { approve: true })
  }

  answer(caseId: string, text: string): Promise<unknown> {
    return this.onCase(caseId, 'messages', { text })
  }

  /** Takes a paper Fapiao back whose copy has arrived: void, with another person's approval. */
  async declareVoid(application: string, lead: Clerk): Promise<string> {
    const { items } = await call<{ items: { id: string }[] }>(
      gateway,
      'GET',
      `/api/v1/service-centre/fapiaos?applicationId=${application}`,
      undefined,
      this.token,
    )
    const fapiao = items[0]?.id as string
    const on = today()
    await this.onFapiao(fapiao, 'return-check-in', { copies: ['INVOICE'], receivedOn: on })
    await this.onFapiao(fapiao, 'correction', {
      declared: false,
      usedByBuyer: false,
      bookedByBuyer: false,
    })
    await this.onFapiao(fapiao, 'void', { reason: 'The title is wrong.' })
    await lead.onFapiao(fapiao, 'approval', { approve: true })
    await this.onFapiao(fapiao, 'reversal-record', { on })
    return fapiao
  }

  /** Begins a new application in place of a Fapiao that is void or taken back. */
  reissue(fapiao: string, buyer: object): Promise<{ id: string }> {
    return this.onFapiao(fapiao, 'reissue', { buyer }) as Promise<{ id: string }>
  }

  resolve(caseId: string, text: string): Promise<unknown> {
    return this.onCase(caseId, 'resolution', { text })
  }

  private onFapiao(id: string, action: string, body: unknown): Promise<unknown> {
    return call(gateway, 'POST', `/api/v1/service-centre/fapiaos/${id}/${action}`, body, this.token)
  }

  private onCase(id: string, action: string, body: unknown): Promise<unknown> {
    return call(
      gateway,
      'POST',
      `/api/v1/service-centre/support-cases/${id}/${action}`,
      body,
      this.token,
    )
  }

  private act(id: string, action: string, body?: unknown): Promise<unknown> {
    return call(
      gateway,
      'POST',
      `/api/v1/service-centre/applications/${id}/${action}`,
      body,
      this.token,
    )
  }
}
