import { useQueryClient } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { ProblemAlert } from '../forms/ProblemAlert'
import { useOnce } from '../forms/useOnce'
import { LANGUAGE_NAMES, LANGUAGES } from '../texts/language'
import { useTranslation } from '../texts/useTranslation'

/** The language of mails, which may be another than that of the pages. */
export function MailLanguage({ chosen }: { chosen: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { problem, once } = useOnce()
  const [wanted, setWanted] = useState<string>()

  async function choose(locale: string) {
    setWanted(locale)
    await once(
      async () => {
        const changed = await answer(api.PATCH('/api/v1/account', { body: { locale } }))
        queries.setQueryData(['account'], changed)
      },
      (refused) => refused,
    )
    setWanted(undefined)
  }

  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      <Radio.Group
        aria-labelledby="account-language"
        value={wanted ?? chosen}
        onChange={(event) => void choose(event.target.value as string)}
      >
        {LANGUAGES.map((language) => (
          <Radio key={language} value={language}>
            <span lang={language}>{LANGUAGE_NAMES[language]}</span>
          </Radio>
        ))}
      </Radio.Group>
      <p className="muted small after">{t('account.languageText')}</p>
    </>
  )
}
