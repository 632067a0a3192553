/** What a taxpayer id says about its holder, or what is wrong with it. */
export type Reading =
  | { kind: 'organisation' | 'person' | 'older' }
  | { flaw: 'characters' | 'letters' | 'length' | 'zeros' | 'checkDigit' | 'birthday' }

/** GB 32100-2015: digits and letters without I, O, S, V and Z; the place is the value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CODE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
/** GB 11643: an identity card with a century of birth that a living person can have. */
const CITIZEN = /^[1-9]\d{5}(19|20)\d{9}[0-9X]$/
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Full-width characters become plain ones, letters upper case, spaces go. */
export function normaliseTaxpayerId(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** Reads an id as the API does, to say while typing what is wrong. */
export function readTaxpayerId(text: string, today: Date = new Date()): Reading {
  const id = normaliseTaxpayerId(text)
  if (!/^[0-9A-Z]+$/.test(id)) {
    return { flaw: 'characters' }
  }
  if (/^0+$/.test(id)) {
    return { flaw: 'zeros' }
  }
  switch (id.length) {
    case 15:
      return /^\d{6}/.test(id) ? { kind: 'older' } : { flaw: 'characters' }
    case 17:
      return isOldCitizen(id.slice(0, 15), today) ? { kind: 'person' } : { flaw: 'birthday' }
    case 18:
      return eighteen(id, today)
    case 20:
      return isCitizen(id.slice(0, 18), today) ? { kind: 'person' } : { flaw: 'birthday' }
    default:
      return { flaw: 'length' }
  }
}

function eighteen(id: string, today: Date): Reading {
  if (CODE.test(id) && checkCharacter(id) === id[17]) {
    return { kind: 'organisation' }
  }
  if (CITIZEN.test(id)) {
    return isCitizen(id, today) ? { kind: 'person' } : { flaw: 'birthday' }
  }
  return { flaw: /[IOSVZ]/.test(id) ? 'letters' : 'checkDigit' }
}

function checkCharacter(code: string): string {
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

function isCitizen(id: string, today: Date): boolean {
  if (!CITIZEN.test(id)) {
    return false
  }
  const sum = CITIZEN_WEIGHTS.reduce((all, weight, at) => all + Number(id[at]) * weight, 0)
  return '10X98765432'[sum % 11] === id[17] && isBirthday(id.slice(6, 14), today)
}

function isOldCitizen(id: string, today: Date): boolean {
  return /^[1-9]\d{14}$/.test(id) && isBirthday(`19${id.slice(6, 12)}`, today)
}

function isBirthday(digits: string, today: Date): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(
    Number,
  )
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day && date <= today
}
