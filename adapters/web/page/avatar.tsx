import { hueOf, initials } from './view.js';

export const Avatar = ({ id, name }: { id: string; name: string }) =>
  id === 'desk' ? (
    <svg className="avatar" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" fill="#0f766e" />
      <path d="M10 9h6a7 7 0 0 1 0 14h-6z" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinejoin="round" />
    </svg>
  ) : (
    <svg className="avatar" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" fill={`hsl(${hueOf(id)} 42% 44%)`} />
      <text x="16" y="20.5" textAnchor="middle" fontSize="12.5" fontWeight="600" fill="#fff">
        {initials(name)}
      </text>
    </svg>
  );
