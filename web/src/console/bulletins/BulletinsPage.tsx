import { PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Select } from 'antd';
import { useState } from 'react';
import { type Bulletin, listBulletins, withdrawBulletin } from '../api/bulletinApi';
import type { Account } from '../api/types';
import { useLoaded } from '../live/useLoaded';
import { PageNotice } from '../shell/PageNotice';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { nameOf } from '../text/nameOf';
import page from '../shell/Page.module.css';
import styles from './Bulletins.module.css';
import { BulletinCard } from './BulletinCard';
import { bulletinChannels } from './bulletinChannels';
import { NewBulletinDialog } from './NewBulletinDialog';

/** The bulletins on platforms' rules: everybody reads them, editors and supervisors write them and see who has read them. */
export default function BulletinsPage({ me }: { me: Account }) {
  const { text, explain } = useText();
  const words = text.bulletins;
  const { message, modal } = App.useApp();
  const attempt = useAttempt();
  const { value, problem, reload } = useLoaded(listBulletins);
  const [channel, setChannel] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const writes = me.roles.includes('editor') || me.roles.includes('supervisor');

  if (!value && problem) return <PageNotice text={explain(problem)} action={text.retry} run={() => void reload()} />;
  if (!value) return <PageNotice busy text={text.loading} />;
  const shown = value.items.filter(({ bulletin }) => channel === null || bulletin.channel === null || bulletin.channel === channel);

  const withdraw = (bulletin: Bulletin) =>
    modal.confirm({
      title: words.withdrawConfirm(bulletin.title),
      onOk: async () => {
        if (await attempt(() => withdrawBulletin(bulletin.id))) message.success(words.withdrawn);
        await reload();
      },
    });

  return (
    <main className={page.page} data-testid="bulletins-page">
      <div className={page.head}>
        <h2>{text.nav.bulletins}</h2>
        <div style={{ display: 'flex', gap: 8 }}>
          <Select
            allowClear
            value={channel}
            style={{ width: 190 }}
            placeholder={words.anyChannel}
            aria-label={words.channel}
            onChange={(chosen: string | undefined) => setChannel(chosen ?? null)}
            options={bulletinChannels.map((id) => ({ value: id, label: nameOf(text.names.channel, id) }))}
          />
          {writes && (
            <Button type="primary" icon={<PlusOutlined />} data-testid="bulletin-write" onClick={() => setWriting(true)}>
              {words.write}
            </Button>
          )}
        </div>
      </div>
      <p className={page.explanation}>{words.explanation}</p>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      {shown.length === 0 && <p data-testid="no-bulletins">{words.none}</p>}
      <div className={styles.cards}>
        {shown.map((row) => (
          <BulletinCard key={row.bulletin.id} row={row} {...(writes ? { withdraw: () => withdraw(row.bulletin) } : {})} />
        ))}
      </div>
      {writing && (
        <NewBulletinDialog
          close={() => setWriting(false)}
          written={() => {
            setWriting(false);
            message.success(words.published);
            void reload();
          }}
        />
      )}
    </main>
  );
}
