import {
  cloneElement,
  type FormEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useState,
} from 'react'
import { useTranslation } from '../texts/useTranslation'
import { useOnce } from './useOnce'
import { leftOver, sortViolations } from './violations'

/**
 * A form of a few fields on the first pages, where antd's Form alone is a sixth of what they may
 * weigh. Refusals reach the fields as everywhere else.
 */
export function usePlainForm<Name extends string>(initial: Record<Name, string>) {
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Partial<Record<Name, string[]>>>({})
  const { busy, problem, once } = useOnce()
  const { t } = useTranslation()
  const names = Object.keys(initial) as Name[]

  function show(form: HTMLFormElement, wrong: Partial<Record<Name, string[]>>) {
    setErrors(wrong)
    const first = names.find((name) => wrong[name])
    if (first !== undefined) {
      form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    }
  }

  /** Sends, once at a time. */
  async function submit(
    event: FormEvent<HTMLFormElement>,
    action: (values: Record<Name, string>) => Promise<void>,
  ) {
    event.preventDefault()
    const form = event.currentTarget
    const missing = names.filter((name) => values[name].trim() === '')
    if (missing.length > 0) {
      show(form, Object.fromEntries(missing.map((name) => [name, [t('common.missing')]])) as never)
      return
    }
    await once(
      async () => {
        setErrors({})
        await action(values)
      },
      (refused) => {
        const sorted = sortViolations(
          refused.violations,
          names.map((name) => [name]),
        )
        show(
          form,
          Object.fromEntries(
            sorted.fields.map(({ name, errors: found }) => [name[0], found]),
          ) as never,
        )
        return leftOver(refused, sorted)
      },
    )
  }

  /** What a field needs to know. */
  function field(name: Name) {
    return {
      name,
      value: values[name],
      errors: errors[name],
      onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
    }
  }

  return { values, busy, problem, submit, field }
}

interface FieldProps {
  name: string
  value: string
  errors: string[] | undefined
  onChange: (value: string) => void
  label: string
  hint?: ReactNode
  /** antd's Input or Password. */
  children: ReactElement<Record<string, unknown>>
}

/** Label, input, what is wrong with it, and a hint. */
export function Field({ name, value, errors, onChange, label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        name,
        value,
        status: errors ? 'error' : undefined,
        'aria-invalid': errors ? true : undefined,
        'aria-required': true,
        'aria-describedby': `${id}-more`,
        onChange: (event: { target: { value: string } }) => onChange(event.target.value),
      })}
      <div id={`${id}-more`}>
        {errors && (
          <div className="field-error" role="alert">
            {errors.map((error) => (
              <div key={error}>{error}</div>
            ))}
          </div>
        )}
        {hint && <div className="field-hint">{hint}</div>}
      </div>
    </div>
  )
}
