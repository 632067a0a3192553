import { randomUUID } from 'node:crypto'
import { Clerk } from './clerk'
import {
  activeCustomer,
  asCustomer,
  bill,
  bringFile,
  type Order,
  PDF,
  pay,
  refund,
  someAddress,
  TAX_ID,
} from './suite'

/** A customer with a bill in each state and an application in several. */
export interface Showcase {
  email: string
  open: string
  refunded: string
  draft: string
  submitted: string
  mailedOut: string
  /** A request for another title, which a clerk has answered. */
  titleChange: string
  /** A bill that was split, each part a draft. */
  split: string
  /** Number of the order that was refunded. */
  refundedOrder: string
}

const TITLES = [
  { titleType: 'INDIVIDUAL', name: '王小明' },
  {
    titleType: 'ORGANIZATION',
    name: '上海示例科技有限公司',
    taxpayerId: TAX_ID,
    address: '上海市浦东新区科苑路88号',
    phone: '021-28986102',
    bankName: '招商银行上海张江支行',
    bankAccount: '121909876510901',
    default: true,
  },
]

function application(billId: string, name: string) {
  return {
    items: [{ billId }],
    type: 'ORDINARY',
    medium: 'PAPER',
    buyer: { titleType: 'ORGANIZATION', name, taxpayerId: TAX_ID },
    delivery: {
      method: 'SF_COLLECT',
      recipient: '王小明',
      phone: '13800138000',
      region: '310115',
      address: '科苑路88号德国中心3号楼657室',
    },
  }
}

export async function showcase(): Promise<Showcase> {
  const email = someAddress()
  const customerId = `showcase-${randomUUID()}`
  const order = (daysAgo: number, amount: string) => pay({ email, customerId, daysAgo, amount })
  const orders = {
    open: await order(4, '1270.00'),
    other: await order(5, '86400.00'),
    fresh: await order(1, '399.00'),
    refunded: await order(6, '560.00'),
    applied: await order(7, '2480.50'),
    mailed: await order(20, '12800.00'),
    shared: await order(8, '3000.00'),
  }
  const token = await activeCustomer(orders.open)
  for (const title of TITLES) {
    await asCustomer(token, 'POST', '/titles', title)
  }
  const apply = async (paid: Order, confirm: boolean) => {
    const id = await bill(token, paid)
    const { id: made } = await asCustomer<{ id: string }>(
      token,
      'POST',
      '/applications',
      application(id, '上海示例科技有限公司'),
    )
    if (confirm) {
      await asCustomer(token, 'POST', `/applications/${made}/confirmation`)
    }
    return made
  }
  const mailedOut = await apply(orders.mailed, true)
  const submitted = await apply(orders.applied, true)
  const draft = await apply(orders.other, false)
  const clerk = await Clerk.signedIn()
  await clerk.accept(mailedOut)
  await clerk.issue(mailedOut)
  await clerk.mailOut(mailedOut, 'SF1234567890123')
  await refund(orders.refunded.orderNumber)
  const ask = async (body: object) =>
    (await asCustomer<{ id: string }>(token, 'POST', '/support-cases', body)).id
  const titleChange = await ask({
    kind: 'TITLE_CHANGE',
    applicationId: mailedOut,
    text: '抬头写错了，请更改。',
    newTitle: { titleType: 'ORGANIZATION', name: '北京样例贸易有限公司', taxpayerId: TAX_ID },
  })
  await bringFile(token, titleChange, '营业执照.pdf', PDF)
  await clerk.answer(titleChange, '收到。请寄回发票联并填写运单号。')
  const split = await ask({
    kind: 'SPLIT',
    billId: await bill(token, orders.shared),
    text: '两家公司分摊。',
    split: TITLES.map(({ default: _, ...title }, at) => ({
      amount: { currency: 'CNY', value: at === 0 ? '1000.00' : '2000.00' },
      title,
    })),
  })
  await (await Clerk.signedIn('LEAD')).approve(split)
  return {
    email,
    open: await bill(token, orders.open),
    refunded: await bill(token, orders.refunded, 'BLOCKED'),
    draft,
    submitted,
    mailedOut,
    titleChange,
    split,
    refundedOrder: orders.refunded.orderNumber,
  }
}
