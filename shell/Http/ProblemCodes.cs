namespace Catalog.Shell.Http;

/// <summary>
/// The problems every system shares. A system adds its own through <see cref="ICatalogSystem.Problems"/>.
/// </summary>
public static class ProblemCodes
{
    public static readonly ProblemCode BadRequest = new("bad_request", 400, "The request is malformed.",
        "The request is not well-formed HTTP. Check its headers and framing.");

    public static readonly ProblemCode MalformedJson = new("malformed_json", 400, "The body is not well-formed JSON.",
        "The detail names the line and byte where reading stopped.");

    public static readonly ProblemCode InvalidBody = new("invalid_body", 400, "The body does not fit.",
        "A field is missing, unknown, of the wrong type or out of range. 'errors' names each field and what is wrong.");

    public static readonly ProblemCode InvalidParameter = new("invalid_parameter", 400, "A parameter does not fit.",
        "A path or query parameter is missing, of the wrong type or out of range. 'errors' names it.");

    public static readonly ProblemCode InvalidCursor = new("invalid_cursor", 400, "The cursor does not fit this list.",
        "A cursor is only good for the list and filter it was given for. Start again without one.");

    public static readonly ProblemCode IdempotencyKeyRequired = new("idempotency_key_required", 400,
        "An Idempotency-Key header is required.",
        "Send a key of your own making, new for each attempt to create something and the same when you repeat it.");

    public static readonly ProblemCode IdempotencyKeyInvalid = new("idempotency_key_invalid", 400,
        "The Idempotency-Key header is not usable.", "A key is 1 to 255 visible ASCII characters, given once.");

    public static readonly ProblemCode IdempotencyKeyReused = new("idempotency_key_reused", 422,
        "The Idempotency-Key was used with another payload.", "Use a new key for a new request.");

    public static readonly ProblemCode IdempotencyKeyRunning = new("idempotency_key_running", 409,
        "The first request with this Idempotency-Key is still running.", "Try again shortly with the same key.")
    { RetryAfterSeconds = 1 };

    public static readonly ProblemCode TokenRequired = new("token_required", 401, "An access token is required.",
        "Send 'Authorization: Bearer <token>' with a token from POST /api/auth/login.");

    public static readonly ProblemCode TokenInvalid = new("token_invalid", 401, "The access token is not valid.",
        "It is malformed, forged, expired or signed out. Get a new one from POST /api/auth/refresh or sign in again.");

    public static readonly ProblemCode CredentialsWrong = new("credentials_wrong", 401,
        "Email or password is wrong.", "Check both. Which of the two is wrong is not told.");

    public static readonly ProblemCode RefreshInvalid = new("refresh_token_invalid", 401,
        "The refresh token is not valid.",
        "It is unknown, expired, or was used before, in which case its whole session has been ended. Sign in again.");

    public static readonly ProblemCode Forbidden = new("forbidden", 403, "Your role does not allow this.",
        "Sign in with an account that has the role.");

    public static readonly ProblemCode NotFound = new("not_found", 404, "There is nothing here.",
        "The address is wrong, or what it names does not exist or is not yours to see.");

    public static readonly ProblemCode MethodNotAllowed = new("method_not_allowed", 405,
        "The method is not allowed here.", "The Allow header lists the methods that are.");

    public static readonly ProblemCode RequestTimeout = new("request_timeout", 408, "The request came too slowly.",
        "Send the whole request without long pauses.");

    public static readonly ProblemCode EmailTaken = new("email_taken", 409, "An account has this email address.",
        "Sign in, or register with another address.");

    public static readonly ProblemCode RevisionConflict = new("revision_conflict", 409, "It was changed meanwhile.",
        "Read it again and repeat the change with the revision it has now.");

    public static readonly ProblemCode RevisionRequired = new("revision_required", 428, "A revision is required.",
        "Send 'If-Match' with the ETag the record was read with.");

    public static readonly ProblemCode RevisionMismatch = new("revision_mismatch", 412, "It was changed meanwhile.",
        "Read it again and repeat the change with the ETag it has now.");

    public static readonly ProblemCode BodyTooLarge = new("body_too_large", 413, "The body is too large.",
        "Send a smaller body. The detail says how large it may be.");

    public static readonly ProblemCode UnsupportedMediaType = new("unsupported_media_type", 415,
        "The content type is not supported.", "Send 'Content-Type: application/json', in UTF-8.");

    public static readonly ProblemCode RateLimited = new("rate_limited", 429, "Too many requests.",
        "Wait as long as Retry-After says. RateLimit-Policy names the quota.");

    public static readonly ProblemCode HeadersTooLarge = new("headers_too_large", 431, "The headers are too large.",
        "Send fewer or shorter headers.");

    public static readonly ProblemCode InternalError = new("internal_error", 500, "Something went wrong here.",
        "It has been logged under the traceId. Repeating a request that carries an Idempotency-Key is safe.");

    public static readonly ProblemCode Busy = new("busy", 503, "The server is busy.",
        "Nothing happened. Try again as Retry-After says.")
    { RetryAfterSeconds = 1 };

    public static readonly ProblemCode Stopping = new("stopping", 503, "The server is starting or stopping.",
        "Nothing happened. Try again as Retry-After says.")
    { RetryAfterSeconds = 5 };

    public static readonly ProblemCode ShardMoving = new("shard_moving", 503,
        "What this is about is being handed over to another server.",
        "Nothing happened. Try again as Retry-After says: it takes a moment.")
    { RetryAfterSeconds = 1 };

    public static readonly ProblemCode Unconfirmed = new("unconfirmed", 503,
        "It is not known whether this was done.",
        "A server was lost before it could say. Repeat the request with the same Idempotency-Key: it is done once, and "
        + "you get its answer. A request without a key may have been done; look before you repeat it.")
    { RetryAfterSeconds = 1 };

    public static readonly ProblemCode OtherServer = new("other_server", 503,
        "Another server does this, and could not be asked.",
        "Nothing is known of what happened there. The detail names the server: ask it, or try again as Retry-After "
        + "says.")
    { RetryAfterSeconds = 1 };

    public static readonly ProblemCode StorageFull = new("storage_full", 507, "The storage is full.",
        "Nothing happened. Reads still work; writes will again once there is room.")
    { RetryAfterSeconds = 30 };

    /// <summary>Every shared problem.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        BadRequest, MalformedJson, InvalidBody, InvalidParameter, InvalidCursor,
        IdempotencyKeyRequired, IdempotencyKeyInvalid, IdempotencyKeyReused, IdempotencyKeyRunning,
        TokenRequired, TokenInvalid, CredentialsWrong, RefreshInvalid, Forbidden,
        NotFound, MethodNotAllowed, RequestTimeout, EmailTaken, RevisionConflict, RevisionRequired, RevisionMismatch,
        BodyTooLarge, UnsupportedMediaType,
        RateLimited, HeadersTooLarge, InternalError, Busy, Stopping, ShardMoving, Unconfirmed, OtherServer,
        StorageFull,
    ];

    /// <summary>The problem that stands for a bare HTTP status.</summary>
    public static ProblemCode OfStatus(int status) => status switch
    {
        401 => TokenRequired,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => RequestTimeout,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        429 => RateLimited,
        431 => HeadersTooLarge,
        503 => Busy,
        507 => StorageFull,
        >= 500 => InternalError,
        _ => BadRequest,
    };
}
