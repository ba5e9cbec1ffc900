/** What a SCIM client is told when its request cannot be done (RFC 7644, 3.12). Pure. */

type ScimType =
  'invalidFilter' | 'invalidPath' | 'invalidSyntax' | 'invalidValue' | 'mutability' | 'tooMany' | 'uniqueness';

export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** `detail` is read by the administrators of the identity provider: what is wrong, and what to do. */
export class ScimError extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly scimType?: ScimType,
  ) {
    super(detail);
  }

  get body(): object {
    const { status, message: detail, scimType } = this;
    return { schemas: [ERROR], status: String(status), detail, ...(scimType ? { scimType } : {}) };
  }
}

export const wrongValue = (detail: string): ScimError => new ScimError(400, detail, 'invalidValue');
