import { useShortestPassword } from '../app/queries'
import { useTranslation } from '../texts/useTranslation'

/** A hint while typing; what is accepted is the API's to say. */
export function PasswordStrength({ password = '' }: { password?: string }) {
  const { t } = useTranslation()
  const length = [...password].length
  const shortest = useShortestPassword()
  const level = strength(password, shortest)
  return (
    <span className="strength small" aria-live="polite">
      {length === 0 ? (
        <span className="muted">{t('password.hint', { least: shortest })}</span>
      ) : (
        <>
          <meter
            min={0}
            max={3}
            low={1.5}
            high={2.5}
            optimum={3}
            value={level}
            aria-label={t('password.strength')}
          />
          <span>
            {length < shortest
              ? t('password.tooShort', { count: length, least: shortest })
              : t(level >= 3 ? 'password.strong' : level >= 2 ? 'password.fair' : 'password.weak')}
          </span>
        </>
      )}
    </span>
  )
}

/** 0 to 3: length counts most, then how many different characters there are. */
export function strength(password: string, shortest: number): number {
  const characters = [...password]
  const different = new Set(characters).size
  if (characters.length < shortest) {
    return characters.length / shortest / 2
  }
  if (different < 6) {
    return 1
  }
  return characters.length >= 20 || (characters.length >= 15 && different >= 10) ? 3 : 2
}
