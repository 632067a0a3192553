import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useBlocker, useNavigate, useSearchParams } from 'react-router'
import { hasSlug, type Problem, problemOf, type Violation } from '../api/problem'
import { currentSession } from '../api/session'
import { PageSkeleton } from '../app/PageSkeleton'
import { useAccount } from '../app/queries'
import type { Bill } from '../bills/bills'
import { Form } from '../forms/form'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import { sortViolations } from '../forms/violations'
import type { components } from '../generated/api'
import { useTranslation } from '../texts/useTranslation'
import { buyerOf } from '../titles/titles'
import { confirmDraft, readApplication, saveDraft, saveTitle, type Versioned } from './calls'
import {
  deliveryFor,
  type Entry,
  entryOf,
  type Kept,
  keep,
  type Method,
  newEntry,
  recall,
  requestOf,
  STEPS,
  type Step,
  stepOf,
} from './draft'
import { Progress } from './Progress'
import { TypeStep } from './TypeStep'
import { warningKey } from './warnings'

// The first step is shown at once; the others are on their way while it is filled in.
const parts = {
  information: () => import('./InformationStep'),
  shipping: () => import('./DeliveryFields'),
  review: () => import('./ReviewStep'),
  ask: () => import('../app/Ask'),
}
const InformationStep = lazy(async () => ({ default: (await parts.information()).InformationStep }))
const DeliveryFields = lazy(async () => ({ default: (await parts.shipping()).DeliveryFields }))
const ReviewStep = lazy(async () => ({ default: (await parts.review()).ReviewStep }))
const Ask = lazy(parts.ask)

interface Props {
  /** Names what is kept in the tab. */
  keptAs: string
  bills: readonly Bill[]
  defaults: components['schemas']['ApplicationDefaults']
  /** A draft to go on with. */
  saved: Versioned | undefined
  methods: readonly Method[]
}

/** Type → Information → Shipping → Review; Confirm hands it over. */
export function Wizard({ keptAs, bills, defaults, saved, methods }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Entry>()
  const [kept, setKept] = useState<Kept>(() => begin(keptAs, bills, defaults, saved))
  const [touched, setTouched] = useState(() => recall(keptAs) !== undefined)
  const [refused, setRefused] = useState<Violation[]>([])
  const [changed, setChanged] = useState(false)
  const { busy, problem, setProblem, once } = useOnce()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const done = useRef(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const account = useAccount()
  const medium = Form.useWatch('medium', { form, preserve: true })
  const delivery = Form.useWatch('delivery', { form, preserve: true })

  const asked = search.get('step')
  const step: Step =
    STEPS.find(
      (each) =>
        each === asked && (each !== 'review' || kept.draft !== undefined) && each !== 'confirm',
    ) ?? 'type'

  const review = useQuery({
    queryKey: ['application', kept.draft?.id],
    queryFn: () => readApplication(kept.draft?.id ?? ''),
    enabled: step === 'review',
    // The due moment moves on while one reads.
    refetchInterval: 60_000,
  })

  const leaving = useBlocker(
    ({ currentLocation, nextLocation }) =>
      touched &&
      !done.current &&
      currentSession().state === 'signed-in' &&
      nextLocation.pathname !== currentLocation.pathname,
  )
  useWarningBeforeClosing(touched)
  useEffect(() => {
    for (const part of Object.values(parts)) {
      // What does not arrive now is asked for again when it is needed.
      part().catch(() => undefined)
    }
  }, [])

  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step
      window.scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
  }, [step])

  // What was refused reaches its field once the step that has the field is shown.
  useEffect(() => {
    const here = refused.filter((violation) => stepOf(violation.field) === step)
    if (here.length > 0) {
      const names = form.getFieldsError().map(({ name }) => name)
      const { fields, rest } = sortViolations(here, names)
      form.setFields(fields as never)
      const first = fields[0]
      if (first) {
        form.scrollToField(first.name as never, { block: 'center', focus: true })
      }
      setRefused(refused.filter((violation) => !here.includes(violation)))
      setProblem((before) =>
        before && rest.length > 0 ? { ...before, violations: rest } : undefined,
      )
    }
  }, [step, refused, form, setProblem])

  function store(next: Kept) {
    setKept(next)
    keep(keptAs, next)
  }

  function changedEntry() {
    setTouched(true)
    store({ ...kept, entry: form.getFieldsValue(true) as Entry })
  }

  function go(to: Step) {
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.set('step', to)
      return next
    })
  }

  function send(action: () => Promise<void>) {
    return once(
      async () => {
        setChanged(false)
        await action()
      },
      (refusal) => {
        setRefused(refusal.violations)
        const steps = refusal.violations.map((violation) => STEPS.indexOf(stepOf(violation.field)))
        const first = STEPS[Math.min(...steps)]
        if (first !== undefined && first !== step) {
          go(first)
        }
        return refusal
      },
    )
  }

  async function next() {
    try {
      await form.validateFields()
    } catch {
      return
    }
    adapt(form, account.data?.email)
    const entry = form.getFieldsValue(true) as Entry
    if (step !== 'shipping') {
      store({ ...kept, entry })
      setProblem(undefined)
      go(step === 'type' ? 'information' : 'shipping')
      return
    }
    await send(async () => {
      const draft = await saveDraft(requestOf(entry, methods), kept.draft)
      queries.setQueryData(['application', draft.data.id], draft)
      setTicked(new Set())
      setTouched(true)
      store({ entry, draft: draftOf(draft) })
      go('review')
    })
  }

  async function confirm() {
    const draft = kept.draft
    // The button stays for a moment after it is done, and may be clicked again.
    if (draft === undefined || done.current) {
      return
    }
    await send(async () => {
      try {
        const confirmed = await confirmDraft({ ...draft, etag: review.data?.etag ?? draft.etag })
        // What is remembered as a draft would lead back here.
        queries.setQueryData(['application', draft.id], confirmed)
      } catch (error) {
        const { status, slug } = problemOf(error)
        if (status >= 400 && status < 500 && slug !== 'request-in-flight') {
          // A refusal is kept under its key; the next try is another one.
          store({ ...kept, draft: { ...draft, confirmKey: crypto.randomUUID() } })
        }
        if (hasSlug(error, 'precondition-failed')) {
          await review.refetch()
          setTicked(new Set())
          setChanged(true)
          return
        }
        throw error
      }
      done.current = true
      keep(keptAs, undefined)
      const title = await savedTitle(kept.entry)
      void queries.invalidateQueries()
      const asked = search.get('case')
      const back = asked === null ? '' : `&case=${encodeURIComponent(asked)}`
      void navigate(`?step=confirm&application=${draft.id}${back}`, {
        replace: true,
        state: { title },
      })
    })
  }

  const offered = methods.filter((method) => method.medium === medium)
  const warnings = review.data?.data.warnings ?? []
  const confirmable =
    review.data !== undefined && warnings.every((warning) => ticked.has(warningKey(warning)))
  return (
    <>
      <h1>{t('apply.title')}</h1>
      <Progress step={step} />
      <h2 className="step-title" ref={heading} tabIndex={-1}>
        {step === 'review' ? t('apply.review') : t(`apply.steps.${step}`)}
      </h2>
      {problem && <ProblemAlert problem={problem} />}
      {changed && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          role="alert"
          title={t('apply.changed')}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={kept.entry}
        onValuesChange={changedEntry}
        onFinish={() => void next()}
      >
        <Suspense fallback={<PageSkeleton />}>
          {step === 'type' && <TypeStep bills={bills} />}
          {step === 'information' && (
            <InformationStep bills={bills} source={touched ? undefined : defaults.source} />
          )}
          {step === 'shipping' && (
            <div className="card">
              <DeliveryFields path={['delivery']} methods={offered} delivery={delivery} />
            </div>
          )}
          {step === 'review' && review.data && (
            <ReviewStep
              application={review.data.data}
              methods={methods}
              ticked={ticked}
              tick={(code, on) => setTicked(withOrWithout(ticked, code, on))}
              edit={go}
            />
          )}
        </Suspense>
        {step === 'review' && review.error && (
          <ProblemAlert problem={problemOf(review.error)} onRetry={() => void review.refetch()} />
        )}
        <div className="wizard-actions">
          {step !== 'type' && (
            <Button onClick={() => go(STEPS[STEPS.indexOf(step) - 1] ?? 'type')}>
              {t('common.back')}
            </Button>
          )}
          {step === 'review' ? (
            <Button
              type="primary"
              loading={busy}
              disabled={!confirmable}
              onClick={() => void confirm()}
            >
              {t('apply.confirm')}
            </Button>
          ) : (
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('common.next')}
            </Button>
          )}
        </div>
      </Form>
      {leaving.state === 'blocked' && (
        <Suspense>
          <Ask
            title={t('apply.leave')}
            text={t('apply.leaveText')}
            yes={t('apply.leaveYes')}
            no={t('apply.leaveNo')}
            onYes={() => leaving.proceed()}
            onNo={() => leaving.reset()}
          />
        </Suspense>
      )}
    </>
  )
}

function begin(
  keptAs: string,
  bills: Props['bills'],
  defaults: Props['defaults'],
  saved: Props['saved'],
): Kept {
  const kept = recall(keptAs)
  if (kept !== undefined && (saved === undefined || kept.draft?.id === saved.data.id)) {
    return kept
  }
  return saved === undefined
    ? { entry: newEntry(bills, defaults) }
    : { entry: entryOf(saved.data, bills), draft: draftOf(saved) }
}

function draftOf({ data, etag }: Versioned): NonNullable<Kept['draft']> {
  return { id: data.id ?? '', etag, confirmKey: crypto.randomUUID() }
}

/** What was chosen before may not go with what is chosen now. */
function adapt(form: ReturnType<typeof Form.useForm<Entry>>[0], email: string | undefined) {
  const entry = form.getFieldsValue(true) as Entry
  if (entry.type === 'SPECIAL') {
    form.setFieldValue(['buyer', 'titleType'], 'ORGANIZATION')
  }
  const { delivery, aside } = deliveryFor(entry, email)
  if (delivery !== entry.delivery) {
    form.setFieldValue('delivery', delivery)
    form.setFieldValue('aside', aside)
  }
}

function withOrWithout(set: ReadonlySet<string>, item: string, on: boolean): Set<string> {
  const next = new Set(set)
  if (on) {
    next.add(item)
  } else {
    next.delete(item)
  }
  return next
}

async function savedTitle(entry: Entry): Promise<'saved' | Problem | undefined> {
  if (!entry.saveTitle) {
    return undefined
  }
  try {
    await saveTitle(buyerOf(entry.buyer))
    return 'saved'
  } catch (error) {
    return problemOf(error)
  }
}

/** The tab keeps what was typed over a reload, not over its end. */
function useWarningBeforeClosing(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) {
      return
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}
