import { theme as ant, type ThemeConfig } from 'antd';
import { palettes } from '../../theme/palette';
import type { Theme } from '../../theme/theme';

/** Whether somebody asked their system for less movement. */
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Ant Design in the colours of the palette. */
export function antTheme(theme: Theme): ThemeConfig {
  const palette = palettes[theme];
  return {
    algorithm: theme === 'dark' ? ant.darkAlgorithm : ant.defaultAlgorithm,
    token: {
      colorPrimary: palette.brand,
      colorLink: palette.brand,
      // Derived from it, they would be too dark to be seen in the dark theme.
      colorLinkHover: palette.brand,
      colorLinkActive: palette.brand,
      colorInfo: palette.brand,
      colorError: palette.danger,
      colorBgBase: theme === 'dark' ? palette.page : palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: theme === 'dark' ? palette.raised : palette.surface,
      colorBorder: palette.border,
      colorBorderSecondary: palette.border,
      colorTextBase: palette.text,
      colorTextLightSolid: palette.onBrand,
      colorTextDescription: palette.subtle,
      colorTextPlaceholder: palette.subtle,
      controlItemBgActive: palette.brandSoft,
      controlItemBgActiveHover: palette.brandSoft,
      borderRadius: 8,
      fontFamily: 'var(--font)',
      motion: !still(),
    },
    components: {
      // What is ticked or not has to be seen where it is not.
      Radio: { colorBorder: palette.subtle },
      Checkbox: { colorBorder: palette.subtle, borderRadiusSM: 3 },
      Tree: { nodeSelectedBg: palette.brandSoft, nodeHoverBg: palette.raised },
      // What is solid in the dark theme is bright and has dark words; the ground of a tooltip is not.
      Tooltip: theme === 'dark' ? { colorBgSpotlight: palette.border, colorTextLightSolid: palette.text } : {},
    },
  };
}
