import {
  BulbFilled,
  BulbOutlined,
  MutedOutlined,
  QuestionCircleOutlined,
  SoundOutlined,
} from '@ant-design/icons';
import { Badge, Button, Tooltip } from 'antd';
import { useSyncExternalStore } from 'react';
import type { Account } from '../api/types';
import { useDeskContext } from '../live/DeskContext';
import { useSound } from '../live/useSound';
import { type Route, sectionOf } from '../routing/route';
import { useText } from '../text/ConsoleTextContext';
import { useAppearance } from './AppearanceContext';
import { LinePill } from './LinePill';
import { NavLink } from './NavLink';
import { PresenceSwitch } from './PresenceSwitch';
import { UserMenu } from './UserMenu';
import styles from './TopBar.module.css';

interface Props {
  me: Account;
  route: Route;
  go: (route: Route) => void;
  left: () => Promise<void>;
  showHelp: () => void;
}

/** The bar on top of every page: where to go, whether the line is up, on duty or on a break, and the switches. */
export function TopBar({ me, route, go, left, showHelp }: Props) {
  const { text } = useText();
  const { language, setLanguage, theme, setTheme } = useAppearance();
  const [sound, setSound] = useSound();
  const { store } = useDeskContext();
  const { conversations } = useSyncExternalStore(store.subscribe, store.current);
  const asking = [...conversations.values()].filter((row) => row.asksApproval).length;
  const supervisor = me.roles.includes('supervisor');
  const editor = me.roles.includes('editor');
  const handles = supervisor || me.roles.includes('agent');
  const soundLabel = sound ? text.sound.on : text.sound.off;
  const themeLabel = theme === 'dark' ? text.toLight : text.toDark;

  return (
    <header className={styles.bar}>
      <img src="/assets/icon.svg" alt="" width="28" height="28" />
      <h1>{text.title}</h1>
      <nav>
        {handles && (
          <>
            <NavLink route={{ page: 'conversations', conversationId: null }} current={route} go={go} testId="nav-conversations">
              {text.nav.conversations}
            </NavLink>
            <NavLink route={{ page: 'promises' }} current={route} go={go} testId="nav-promises">
              {text.nav.promises}
            </NavLink>
          </>
        )}
        {supervisor && (
          <NavLink route={{ page: 'board' }} current={route} go={go} testId="nav-board">
            {text.nav.board}
            {asking > 0 && <Badge count={asking} size="small" title={text.approval.waiting(asking)} data-testid="nav-approvals" style={{ marginInlineStart: 6 }} />}
          </NavLink>
        )}
        <NavLink route={{ page: 'bulletins' }} current={route} go={go} testId="nav-bulletins">
          {text.nav.bulletins}
        </NavLink>
        {editor && (
          <NavLink
            route={{ page: 'scripts', scriptId: null }}
            current={route}
            go={go}
            testId="nav-scripts"
            here={sectionOf(route) === 'editor'}
          >
            {text.nav.scripts}
          </NavLink>
        )}
        {supervisor && (
          <NavLink
            route={{ page: 'accounts' }}
            current={route}
            go={go}
            testId="nav-accounts"
            here={route.page === 'accounts' || route.page === 'audit'}
          >
            {text.nav.accounts}
          </NavLink>
        )}
      </nav>
      <span className={styles.space} />
      {handles && <LinePill />}
      {handles && <PresenceSwitch />}
      <Tooltip title={soundLabel}>
        <Button
          type="text"
          aria-label={soundLabel}
          aria-pressed={sound}
          data-testid="switch-sound"
          icon={sound ? <SoundOutlined /> : <MutedOutlined />}
          onClick={() => setSound(!sound)}
        />
      </Tooltip>
      <Tooltip title={themeLabel}>
        <Button
          type="text"
          aria-label={themeLabel}
          data-testid="switch-theme"
          icon={theme === 'dark' ? <BulbFilled /> : <BulbOutlined />}
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        />
      </Tooltip>
      <Button type="text" data-testid="switch-language" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {text.switchLanguage}
      </Button>
      <Tooltip title={text.shortcuts.heading}>
        <Button
          type="text"
          aria-label={text.shortcuts.heading}
          data-testid="show-shortcuts"
          icon={<QuestionCircleOutlined />}
          onClick={showHelp}
        />
      </Tooltip>
      <UserMenu me={me} left={left} />
    </header>
  );
}
