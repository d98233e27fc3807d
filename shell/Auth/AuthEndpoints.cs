using Catalog.Engine.Core.Machines;
using Catalog.Shell.Audit;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Auth.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Auth;

/// <summary>
/// The accounts' endpoints. <see cref="Map"/> is called once for <c>/api/auth</c> and once below each system's
/// prefix.
/// </summary>
public sealed partial class AuthEndpoints(
    Accounts accounts, PasswordHashing passwords, AccessTokens tokens, RefreshChain chain, Bearer bearer,
    AuthLimits limits)
{
    private const string Tag = "Accounts";

    /// <summary>Maps everything below <c>api/auth</c> of <paramref name="routes"/>.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder auth = routes.MapGroup("/api/auth");
        auth.MapPost("/register", RegisterAsync)
            .Describe(Tag, "Register an account and open its first session")
            .Takes<RegisterRequest>().Gives<SessionAnswer>(StatusCodes.Status201Created)
            .Fails(400, 409, 413, 415, 429, 503);
        auth.MapPost("/login", LoginAsync)
            .Describe(Tag, "Sign in")
            .Takes<LoginRequest>().Gives<SessionAnswer>().Fails(400, 401, 413, 415, 429, 503);
        auth.MapPost("/refresh", RefreshAsync)
            .Describe(Tag, "Trade a refresh token, once, for the next pair of tokens; again only within ten seconds")
            .Takes<RefreshRequest>().Gives<SessionAnswer>().Fails(400, 401, 413, 415, 429, 503);
        auth.MapPost("/logout", LogoutAsync)
            .Describe(Tag, "End the session a refresh token belongs to")
            .Takes<RefreshRequest>().Gives(StatusCodes.Status204NoContent).Fails(400, 413, 415, 503);
        auth.MapPost("/logout-everywhere", bearer.RequireUser(LogoutEverywhereAsync))
            .Describe(Tag, "End every session of the account, access tokens included")
            .NeedsToken().Gives(StatusCodes.Status204NoContent).Fails(401, 503)
            .Audited("account.sign-out-everywhere");
        auth.MapPost("/password", bearer.RequireUser(ChangePasswordAsync))
            .Describe(Tag, "Change the password, which ends every session")
            .NeedsToken().Takes<ChangePasswordRequest>().Gives(StatusCodes.Status204NoContent)
            .Fails(400, 401, 429, 503);
        auth.MapGet("/me", bearer.RequireUser(MeAsync))
            .Describe(Tag, "The account the access token belongs to")
            .NeedsToken().Gives<UserAnswer>().Fails(401, 503);
        auth.MapPut("/users/{userId}/role", bearer.RequireAdmin(ChangeRoleAsync))
            .Describe(Tag, "Give an account another role, which ends its sessions")
            .NeedsToken(AccountRole.Admin).Takes<ChangeRoleRequest>().Gives<UserAnswer>()
            .Fails(400, 401, 403, 404, 503).Audited("account.role", "userId");
    }

    private async Task RegisterAsync(HttpContext context)
    {
        ulong address = RateLimitKey.OfAddress(context.Connection.RemoteIpAddress);
        if (await limits.Register.TakeAsync(address) is { Allowed: false } refused)
        {
            await limits.Register.RefuseAsync(context, refused);
            return;
        }

        if ((await RequestBody.ReadAsync(context, AuthJson.Default.RegisterRequest)).Value is not { } request) return;
        var errors = new FieldErrors();
        string name = request.Name.Trim();
        Credentials.CheckName(errors, name);
        string email = Credentials.CheckEmail(errors, request.Email);
        Credentials.CheckPassword(errors, "password", request.Password);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        if (await passwords.HashAsync(request.Password, context.RequestAborted) is not { } hash)
        {
            await Problems.WriteAsync(context, ProblemCodes.Busy);
            return;
        }

        RefreshToken token = RefreshToken.Draw();
        Reply<AccountAnswer> reply =
            await accounts.RegisterAsync(new NewAccount(email, name, hash, AccountRole.Customer), token);
        await AnswerSessionAsync(context, reply, token, StatusCodes.Status201Created);
    }

    private async Task LoginAsync(HttpContext context)
    {
        ulong address = RateLimitKey.OfAddress(context.Connection.RemoteIpAddress);
        if (await limits.Login.TakeAsync(address) is { Allowed: false } refused)
        {
            await limits.Login.RefuseAsync(context, refused);
            return;
        }

        if ((await RequestBody.ReadAsync(context, AuthJson.Default.LoginRequest)).Value is not { } request) return;
        var errors = new FieldErrors();
        string email = Credentials.CheckEmail(errors, request.Email);
        Credentials.CheckPresented(errors, "password", request.Password);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        if (await limits.LoginOfAccount.TakeAsync(RateLimitKey.OfText(email)) is { Allowed: false } guessed)
        {
            await limits.LoginOfAccount.RefuseAsync(context, guessed);
            return;
        }

        if (await CheckAsync(context, await accounts.FindAsync(email), request.Password) is not { } profile) return;
        RefreshToken token = RefreshToken.Draw();
        Reply<AccountAnswer> reply = await accounts.OpenSessionAsync(profile, token);
        await AnswerSessionAsync(context, reply, token, StatusCodes.Status200OK);
    }

    /// <summary>
    /// Checks a password; an unknown account costs the same work and gets the same answer as a wrong password.
    /// </summary>
    /// <returns>The account, or null when the problem has been answered.</returns>
    private async Task<AccountProfile?> CheckAsync(HttpContext context, Reply<CredentialsAnswer> found, string password)
    {
        if (!found.HasValue)
        {
            await Problems.WriteAsync(context, found.Status);
            return null;
        }

        CredentialsAnswer known = found.Value;
        string? hash = known.Outcome == AccountOutcome.Done ? known.PasswordHash : null;
        switch (await passwords.VerifyAsync(hash, password, context.RequestAborted))
        {
            case PasswordVerdict.Right:
                return known.Profile;
            case PasswordVerdict.RightButOld:
                if (await passwords.HashAsync(password, context.RequestAborted) is { } stronger)
                    await accounts.RehashAsync(known.Profile, stronger);
                return known.Profile;
            case PasswordVerdict.Busy:
                await Problems.WriteAsync(context, ProblemCodes.Busy);
                return null;
            default:
                await Problems.WriteAsync(context, ProblemCodes.CredentialsWrong);
                return null;
        }
    }

    private async Task AnswerSessionAsync(
        HttpContext context, Reply<AccountAnswer> reply, RefreshToken token, int status)
    {
        if (!reply.HasValue)
        {
            await Problems.WriteAsync(context, reply.Status);
            return;
        }

        if (reply.Value.Outcome != AccountOutcome.Done)
        {
            await Problems.WriteAsync(context, ProblemOf(reply.Value.Outcome));
            return;
        }

        AccountProfile profile = reply.Value.Profile;
        bool asCookie = RefreshCookie.IsWanted(context);
        if (asCookie) RefreshCookie.Set(context, token.Text, accounts.RefreshLife);
        context.Response.Headers.CacheControl = "no-store";
        var answer = new SessionAnswer(
            UserAnswer.Of(profile), tokens.Issue(profile), (int)tokens.Life.TotalSeconds, asCookie ? null : token.Text);
        await JsonResponse.WriteAsync(context, status, answer, AuthJson.Default.SessionAnswer);
    }

    private static ProblemCode ProblemOf(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.EmailTaken => ProblemCodes.EmailTaken,
        AccountOutcome.Full => ProblemCodes.StorageFull,
        AccountOutcome.SessionUnknown or AccountOutcome.SessionReused => ProblemCodes.RefreshInvalid,
        AccountOutcome.Outdated => ProblemCodes.CredentialsWrong,
        _ => ProblemCodes.NotFound,
    };
}
