import type { StyleOptions } from 'botframework-webchat';
import type { Palette } from '../../theme/palette';

const font =
  "system-ui, -apple-system, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Segoe UI', sans-serif";

/** Web Chat in the shop's colours. */
export function styleOptions(palette: Palette): StyleOptions {
  return {
    primaryFont: font,
    accent: palette.brand,
    subtle: palette.subtle,
    backgroundColor: palette.surface,
    paddingRegular: 12,
    fontSizeSmall: '12px',

    // The initials only reserve the avatar's column; the avatar itself is ours.
    botAvatarInitials: '客',
    botAvatarBackgroundColor: 'transparent',
    avatarSize: 36,
    showAvatarInGroup: 'sender',

    bubbleBackground: palette.raised,
    bubbleBorderColor: palette.border,
    bubbleBorderRadius: 14,
    bubbleBorderWidth: 1,
    bubbleTextColor: palette.text,
    bubbleFromUserBackground: palette.brand,
    bubbleFromUserBorderColor: palette.brand,
    bubbleFromUserBorderRadius: 14,
    bubbleFromUserTextColor: palette.onBrand,
    bubbleMinWidth: 0,
    bubbleMaxWidth: 520,
    bubbleImageHeight: 220,

    hideUploadButton: false,
    uploadAccept: 'image/*',
    uploadMultiple: false,
    sendAttachmentOn: 'send',
    sendBoxBackground: palette.surface,
    sendBoxTextColor: palette.text,
    sendBoxPlaceholderColor: palette.subtle,
    sendBoxTextWrap: true,
    sendBoxHeight: 52,
    sendBoxMaxHeight: 140,
    sendBoxBorderTop: `solid 1px ${palette.border}`,
    sendBoxButtonColor: palette.brand,
    sendBoxButtonColorOnDisabled: palette.subtle,
    sendBoxButtonShadeBorderRadius: 10,
    sendBoxButtonShadeColorOnActive: palette.border,
    sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxButtonShadeColorOnHover: palette.raised,
    sendBoxButtonKeyboardFocusIndicatorBorderColor: palette.brand,
    sendBoxButtonAlignment: 'bottom',

    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: palette.surface,
    suggestedActionBackgroundColorOnHover: palette.raised,
    suggestedActionBackgroundColorOnActive: palette.border,
    suggestedActionBorderRadius: 18,
    suggestedActionBorderWidth: 1,
    suggestedActionBorderColor: palette.brand,
    suggestedActionTextColor: palette.brand,
    suggestedActionHeight: 36,
    suggestedActionKeyboardFocusIndicatorBorderColor: palette.brand,

    timestampColor: palette.subtle,
    groupTimestamp: 180_000,
    failedConnectivity: palette.danger,
    slowConnectivity: palette.warning,
    notificationText: palette.subtle,

    transcriptOverlayButtonBackground: palette.brand,
    transcriptOverlayButtonBackgroundOnHover: palette.brand,
    transcriptOverlayButtonBackgroundOnFocus: palette.brand,
    transcriptOverlayButtonColor: palette.onBrand,
    transcriptOverlayButtonColorOnHover: palette.onBrand,
    transcriptOverlayButtonColorOnFocus: palette.onBrand,
    transcriptActivityVisualKeyboardIndicatorColor: palette.brand,
    transcriptVisualKeyboardIndicatorColor: palette.brand,

    toastErrorBackgroundColor: palette.raised,
    toastErrorColor: palette.danger,
    toastInfoBackgroundColor: palette.raised,
    toastInfoColor: palette.text,
    toastWarnBackgroundColor: palette.raised,
    toastWarnColor: palette.warning,
    toastSeparatorColor: palette.border,
  };
}
