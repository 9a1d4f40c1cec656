import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { acceptedTypes } from './fileRules';
import { useFileDrop } from './useFileDrop';

interface DropZoneProps {
  onFiles: (files: Iterable<File>) => void;
  /** Leaves the room to the list. */
  isCompact: boolean;
}

export function DropZone({ onFiles, isCompact }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const { recruits } = useUser();
  const isOver = useFileDrop(onFiles);

  return (
    <div className="drop-zone" data-testid="drop-zone" data-over={isOver} data-compact={isCompact}>
      <span className="drop-zone-icon" aria-hidden="true">
        <FileUp size={26} strokeWidth={1.75} />
      </span>
      <p className="drop-zone-title">{isOver ? texts.upload.dropNow : texts.upload.drop}</p>
      <p className="drop-zone-hint">{recruits ? texts.upload.limitsWithArchives : texts.upload.limits}</p>
      <button type="button" className="button button-primary" onClick={() => input.current?.click()}>
        {texts.upload.browse}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedTypes(recruits)}
        aria-label={texts.upload.browse}
        data-testid="file-input"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
