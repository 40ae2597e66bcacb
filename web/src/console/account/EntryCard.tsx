import { Button, Card } from 'antd';
import type { ReactNode } from 'react';
import { useAppearance } from '../shell/AppearanceContext';
import { useText } from '../text/ConsoleTextContext';
import styles from './EntryCard.module.css';

interface Props {
  heading: string;
  children: ReactNode;
}

/** The card in the middle of the pages before the desk. */
export function EntryCard({ heading, children }: Props) {
  const { text, language } = useText();
  const { setLanguage } = useAppearance();
  return (
    <main className={styles.page}>
      <Card className={styles.card}>
        <div className={styles.heading}>
          <img src="/assets/icon.svg" alt="" width="44" height="44" />
          <h1>{heading}</h1>
        </div>
        {children}
      </Card>
      <Button type="link" data-testid="switch-language" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {text.switchLanguage}
      </Button>
    </main>
  );
}
