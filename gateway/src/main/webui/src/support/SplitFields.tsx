import { Button } from 'antd'
import type { Bill } from '../bills/bills'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { fen, formatMoney, type Money, typedMoney } from '../money/money'
import { useTranslation } from '../texts/useTranslation'
import { SavedTitles } from '../titles/SavedTitles'
import { TitleFields } from '../titles/TitleFields'
import { type Entry, NEW_PART } from './entry'
import { FEWEST_PARTS, leftOf, MOST_PARTS, type PartEntry } from './split'

/** The parts of a bill, each with its title, and what they leave of it. */
export default function SplitFields({ bill }: { bill: Bill }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  const watched: PartEntry[] | undefined = Form.useWatch('split', { form, preserve: true })
  const parts = watched ?? []
  const left = leftOf(bill.invoiceableAmount, parts)

  return (
    <>
      {parts.map((part, at) => (
        <PartFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place, as its fields are
          key={at}
          at={at}
          rest={fen(left) > 0 && !part?.amount ? left : undefined}
          remove={
            parts.length > FEWEST_PARTS
              ? () =>
                  form.setFieldValue(
                    'split',
                    parts.filter((_, other) => other !== at),
                  )
              : undefined
          }
        />
      ))}
      {parts.length < MOST_PARTS && (
        <p>
          <Button onClick={() => form.setFieldValue('split', [...parts, NEW_PART])}>
            {t('support.addPart')}
          </Button>
        </p>
      )}
      <Sum total={bill.invoiceableAmount} left={left} />
    </>
  )
}

interface Part {
  at: number
  /** What is left of the bill, to be taken with one touch. */
  rest: Money | undefined
  remove: (() => void) | undefined
}

function PartFields({ at, rest, remove }: Part) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  return (
    <fieldset className="part">
      <legend>{t('support.part', { number: at + 1 })}</legend>
      <Form.Item
        name={['split', at, 'amount']}
        label={t('support.amount')}
        extra={
          rest && (
            <Button
              type="link"
              size="small"
              className="in-hint"
              onClick={() => {
                form.setFieldValue(['split', at, 'amount'], rest.value)
                form.setFields([{ name: 'sum' as never, errors: [] }])
              }}
            >
              {t('support.takeRest', { amount: formatMoney(rest) })}
            </Button>
          )
        }
        rules={[
          { required: true },
          {
            validator: (_, typed: string | undefined) => {
              const money = typedMoney(typed ?? '')
              const wrong = Boolean(typed) && (money === undefined || fen(money) === 0)
              return wrong ? Promise.reject(new Error(t('support.amountWrong'))) : Promise.resolve()
            },
          },
        ]}
      >
        <Input className="short" prefix="¥" inputMode="decimal" autoComplete="off" />
      </Form.Item>
      <SavedTitles path={['split', at, 'title']} />
      <TitleFields path={['split', at, 'title']} />
      {remove && (
        <Button type="link" danger className="in-hint" onClick={remove}>
          {t('support.removePart', { number: at + 1 })}
        </Button>
      )}
    </fieldset>
  )
}

/** What is left, told while the parts are typed; they are refused here until it is nothing. */
function Sum({ total, left }: { total: Money; left: Money }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Entry>()
  return (
    <Form.Item
      name="sum"
      dependencies={['split']}
      rules={[
        {
          validator: () => {
            const { split } = form.getFieldsValue(true) as Entry
            return fen(leftOf(total, split)) === 0
              ? Promise.resolve()
              : Promise.reject(new Error(t('support.sumWrong', { amount: formatMoney(total) })))
          },
        },
      ]}
    >
      <Left total={total} left={left} />
    </Form.Item>
  )
}

function Left({ id, total, left }: { id?: string; total: Money; left: Money }) {
  const { t } = useTranslation()
  const over = fen(left) < 0
  const amount = formatMoney({ ...left, value: left.value.replace('-', '') })
  return (
    <p id={id} tabIndex={-1} className="running-sum" aria-live="polite">
      <span className="muted">{t('support.total', { amount: formatMoney(total) })}</span>{' '}
      <strong className={fen(left) === 0 ? 'amount ok' : 'amount'}>
        {t(over ? 'support.over' : 'support.left', { amount })}
      </strong>
    </p>
  )
}
