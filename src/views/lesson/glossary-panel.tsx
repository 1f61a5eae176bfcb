import { useState } from "react";
import { lessonMessages } from "#i18n/lesson.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { glossary, type Term } from "#lessons/glossary.ts";
import { lessons } from "#lessons/lessons.ts";
import { Panel } from "#ui/panel.tsx";
import "./glossary-panel.css";

interface GlossaryPanelProps {
  /** Opens the lesson in which a term can be seen, at that moment. */
  onSee(term: Term): void;
  onClose(): void;
}

/** The words of the field in both languages, each with a place where it can be seen. */
export function GlossaryPanel({ onSee, onClose }: GlossaryPanelProps) {
  const words = useMessages(lessonMessages);
  const language = useLanguage();
  const [wanted, setWanted] = useState("");
  const other = language === "en" ? "zh" : "en";
  const found = glossary.filter(({ name }) =>
    `${name.en} ${name.zh}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <Panel title={words.glossary} closeLabel={words.closeGlossary} onClose={onClose}>
      <input
        type="search"
        className="glossary-search"
        value={wanted}
        aria-label={words.find}
        placeholder={words.find}
        onChange={({ target }) => setWanted(target.value)}
      />
      {found.length === 0 && <p>{words.noTerm}</p>}
      <dl className="glossary">
        {found.map((term) => (
          <div key={term.id} id={`term-${term.id}`}>
            <dt>
              {term.name[language]} <span lang={other === "zh" ? "zh-CN" : "en"}>{term.name[other]}</span>
            </dt>
            <dd>
              {term.meaning[language]}{" "}
              <button type="button" onClick={() => onSee(term)}>
                {words.see(lessons.find(({ id }) => id === term.seen.lesson)?.title[language] ?? "")}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
