import type { ThemeConfig } from 'antd'
import darkAlgorithm from 'antd/es/theme/themes/dark'
import defaultAlgorithm from 'antd/es/theme/themes/default'

const FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'

/**
 * The look in antd's terms; styles.css has the same colours for what antd does not draw.
 *
 * @param still for readers who asked for less motion: without it antd waits for the end of
 *   transitions that never begin, and a button would stay busy
 */
export function look(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? darkAlgorithm : defaultAlgorithm,
    token: {
      motion: !still,
      colorPrimary: dark ? '#2f9e8a' : '#0b6b5d',
      colorInfo: dark ? '#2f9e8a' : '#0b6b5d',
      colorLink: dark ? '#5cc4b2' : '#0b6b5d',
      colorPrimaryBg: dark ? '#17302b' : '#e6f1ee',
      colorPrimaryBgHover: dark ? '#1d3b35' : '#d8e9e4',
      colorInfoBg: dark ? '#17302b' : '#e6f1ee',
      colorInfoBorder: dark ? '#2a5a50' : '#b3d3ca',
      controlItemBgActive: dark ? '#17302b' : '#e6f1ee',
      controlItemBgActiveHover: dark ? '#1d3b35' : '#d8e9e4',
      colorError: dark ? '#f1796f' : '#b3261e',
      colorBgLayout: dark ? '#101413' : '#f4f5f2',
      colorBgContainer: dark ? '#181d1c' : '#ffffff',
      colorTextDescription: dark ? '#a9b3b0' : '#56605d',
      colorTextTertiary: dark ? '#a9b3b0' : '#56605d',
      colorTextPlaceholder: dark ? '#98a3a0' : '#68736f',
      colorTextLightSolid: dark ? '#06110f' : '#ffffff',
      fontFamily: FONT,
      fontSize: 16,
      borderRadius: 8,
      controlHeight: 44,
    },
    components: {
      Form: { itemMarginBottom: 26, verticalLabelPadding: '0 0 4px' },
    },
  }
}
