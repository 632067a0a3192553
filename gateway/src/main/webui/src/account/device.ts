/** Browsers by what only they say of themselves; many say the names of others as well. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/QQBrowser\//, 'QQ Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** `Chrome · Windows`: enough of a User-Agent to know one's own device again. */
export function deviceName(userAgent: string | undefined): string | undefined {
  if (!userAgent) {
    return undefined
  }
  const named = [find(BROWSERS, userAgent), find(SYSTEMS, userAgent)].filter(Boolean)
  // A program calls itself `curl/8.5.0`: its name is told, not its version.
  return named.length > 0 ? named.join(' · ') : userAgent.split(/[/ ]/, 1)[0]?.slice(0, 40)
}

function find(names: [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([sign]) => sign.test(userAgent))?.[1]
}
