import { Alert, Cascader, Radio } from 'antd'
import { useMemo } from 'react'
import { useMedia } from '../app/hooks'
import { Phone } from '../app/Phone'
import { Form } from '../forms/form'
import { Input } from '../forms/inputs'
import { useTranslation } from '../texts/useTranslation'
import type { Delivery, Method } from './draft'
import { closest, matches, options, pathTo, useLatinNames, useRegions } from './regions'

/** Fields of the delivery, as a form names them below `path`. */
export function DeliveryFields({
  path,
  methods,
  delivery,
}: {
  path: string[]
  methods: readonly Method[]
  delivery: Partial<Delivery> | undefined
}) {
  const { t } = useTranslation()
  const method = methods.find((offered) => offered.method === delivery?.method)
  const takes = (field: string) => method?.fields?.includes(field) ?? false
  const email = method?.method === 'EMAIL'
  return (
    <>
      <Form.Item
        name={[...path, 'method']}
        label={t('apply.shipping')}
        rules={[{ required: true }]}
      >
        <Radio.Group className="choices">
          {methods.map((offered) => (
            <Radio key={offered.method} value={offered.method}>
              <strong>{offered.name}</strong>
              <span>{t(`apply.methods.${offered.method ?? 'YUNDA'}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {method?.branch && (
        <Alert
          className="problem"
          type="info"
          title={`${t('apply.branch')}${t('common.colon')} ${method.branch.address ?? ''}`}
          description={
            <>
              <p>
                {method.branch.contact}{' '}
                {method.branch.phone && <Phone number={method.branch.phone} />}
              </p>
              <p>{method.branch.hours}</p>
              <p>{t('apply.branchHours')}</p>
            </>
          }
        />
      )}
      {takes('recipient') && (
        <Form.Item
          name={[...path, 'recipient']}
          label={t(
            email ? 'apply.recipientEmail' : method?.branch ? 'apply.collector' : 'apply.recipient',
          )}
          rules={[{ required: true }]}
        >
          <Input
            autoComplete={email ? 'email' : 'name'}
            inputMode={email ? 'email' : undefined}
            maxLength={300}
          />
        </Form.Item>
      )}
      {takes('phone') && (
        <Form.Item
          name={[...path, 'phone']}
          label={t('apply.recipientPhone')}
          extra={t(method?.branch ? 'apply.phoneAnywhere' : 'apply.phoneHint')}
          rules={[{ required: true }]}
        >
          <Input inputMode="tel" autoComplete="tel" maxLength={40} />
        </Form.Item>
      )}
      {takes('region') && (
        <Form.Item
          name={[...path, 'region']}
          label={t('apply.region')}
          rules={[{ required: true }]}
        >
          <RegionField />
        </Form.Item>
      )}
      {takes('address') && (
        <Form.Item
          name={[...path, 'address']}
          label={t('apply.street')}
          rules={[{ required: true }]}
        >
          <Input autoComplete="street-address" maxLength={300} />
        </Form.Item>
      )}
      {takes('postalCode') && (
        <Form.Item
          name={[...path, 'postalCode']}
          label={t('common.aside', { main: t('apply.postalCode'), more: t('common.optional') })}
        >
          <Input inputMode="numeric" autoComplete="postal-code" maxLength={20} className="short" />
        </Form.Item>
      )}
    </>
  )
}

interface RegionProps {
  id?: string
  value?: string
  onChange?: (code: string | undefined) => void
}

/** The six digits of the form as province, city and district of the page. */
function RegionField({ id, value, onChange }: RegionProps) {
  const { t, language } = useTranslation()
  const latin = language !== 'zh-CN'
  const regions = useRegions()
  const phone = !useMedia('(min-width: 40rem)')
  const names = useLatinNames(latin).data
  const tree = useMemo(
    () =>
      options(
        regions.data ?? [],
        latin ? { names: names ?? {}, standIn: (kind) => t(`apply.regions.${kind}`) } : undefined,
      ),
    [regions.data, latin, names, t],
  )
  const path = value ? pathTo(value, regions.data ?? []).map(([code]) => code) : undefined
  return (
    <Cascader
      id={id}
      options={tree}
      loading={regions.isPending}
      value={path?.length === 0 ? [value ?? ''] : path}
      onChange={(codes) => onChange?.((codes as string[] | undefined)?.at(-1))}
      placeholder={t('apply.regionChoose')}
      showSearch={{ filter: matches, sort: closest }}
      classNames={{ popup: { root: phone ? 'regions regions-phone' : 'regions' } }}
    />
  )
}
