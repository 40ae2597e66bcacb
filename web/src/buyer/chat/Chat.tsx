import type { DirectLine } from 'botframework-directlinejs';
import { Components } from 'botframework-webchat';
import { type FormEvent, useMemo, useState } from 'react';
import { cspNonce } from '../../http/cspNonce';
import type { Language } from '../../language/language';
import { palettes } from '../../theme/palette';
import type { Theme } from '../../theme/theme';
import type { ChatToken } from '../session/ChatToken';
import { buyerText } from '../text/buyerText';
import { createChatStore } from './createChatStore';
import { groupByPerson } from './groupByPersonMiddleware';
import { linkify } from './linkify';
import { type PictureFault, pictureFault } from './pictureRules';
import { serviceAvatar } from './serviceAvatarMiddleware';
import { speakerStatus } from './speakerStatusMiddleware';
import { styleOptions } from './styleOptions';
import { typingIndicator } from './typingIndicatorMiddleware';
import { UploadNotice } from './UploadNotice';
import { webChatStrings } from './webChatStrings';
import { Welcome } from './Welcome';
import styles from './Chat.module.css';

interface Props {
  directLine: DirectLine;
  token: ChatToken;
  language: Language;
  theme: Theme;
}

/**
 * Web Chat in the shop's dress. The store belongs to the conversation, so a replaced connection keeps the transcript and
 * what the buyer has half typed; the caller keys this component by conversation.
 */
export default function Chat({ directLine, token, language, theme }: Props) {
  const text = buyerText[language];
  const [fault, setFault] = useState<PictureFault | null>(null);
  const store = useMemo(createChatStore, []);
  const options = useMemo(() => styleOptions(palettes[theme]), [theme]);
  const typing = useMemo(() => typingIndicator(text.chat.typing), [text]);
  const strings = useMemo(() => webChatStrings(text), [text]);

  // Files are looked at before Web Chat sees them: it has no rule for their size.
  const checkFiles = (event: FormEvent<HTMLDivElement>) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
    const found = Array.from(input.files ?? [], pictureFault).find((each) => each !== null);
    setFault(found ?? null);
    if (found) {
      event.stopPropagation();
      input.value = '';
    }
  };

  return (
    <div className={styles.chat} data-testid="chat" onChangeCapture={checkFiles}>
      {fault && <UploadNotice text={text} fault={fault} close={() => setFault(null)} />}
      <Components.Composer
        directLine={directLine}
        store={store}
        userID={token.userId}
        locale={language === 'zh' ? 'zh-Hans' : 'en-US'}
        nonce={cspNonce()}
        styleOptions={options}
        overrideLocalizedStrings={strings}
        renderMarkdown={linkify}
        avatarMiddleware={serviceAvatar}
        activityStatusMiddleware={speakerStatus}
        groupActivitiesMiddleware={groupByPerson}
        typingIndicatorMiddleware={typing}
        sendTypingIndicator
      >
        <Components.BasicWebChat className={styles.webChat} role="main" />
        <Welcome text={text} resumed={token.resumed} />
      </Components.Composer>
    </div>
  );
}
