using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Auth.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Auth;

/// <summary>Sessions and the account itself.</summary>
public sealed partial class AuthEndpoints
{
    private async Task RefreshAsync(HttpContext context)
    {
        ulong address = RateLimitKey.OfAddress(context.Connection.RemoteIpAddress);
        if (await limits.Refresh.TakeAsync(address) is { Allowed: false } refused)
        {
            await limits.Refresh.RefuseAsync(context, refused);
            return;
        }

        if (RefreshCookie.IsWanted(context) && IsWithoutToken(context))
        {
            await Problems.WriteAsync(context, ProblemCodes.RefreshInvalid);
            return;
        }

        if (await ReadTokenAsync(context) is not { } text) return;
        if (!RefreshToken.TryParse(text, out RefreshToken presented))
        {
            await Problems.WriteAsync(context, ProblemCodes.RefreshInvalid);
            return;
        }

        RefreshToken next = chain.After(in presented);
        Reply<AccountAnswer> reply = await accounts.RotateAsync(presented, next);
        if (reply is { HasValue: true, Value.Outcome: not AccountOutcome.Done }) RefreshCookie.Clear(context);
        await AnswerSessionAsync(context, reply, next, StatusCodes.Status200OK);
    }

    private async Task LogoutAsync(HttpContext context)
    {
        if (IsWithoutToken(context))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (await ReadTokenAsync(context) is not { } text) return;
        if (RefreshToken.TryParse(text, out RefreshToken token))
        {
            Reply<AccountAnswer> reply = await accounts.CloseSessionAsync(token);
            if (!reply.HasValue)
            {
                await Problems.WriteAsync(context, reply.Status);
                return;
            }
        }

        // A session that is not there is as ended as one can be: signing out twice is not an error.
        RefreshCookie.Clear(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task LogoutEverywhereAsync(HttpContext context, Caller caller) =>
        await AnswerEndedAsync(context, await accounts.SignOutEverywhereAsync(caller.UserId));

    private async Task ChangePasswordAsync(HttpContext context, Caller caller)
    {
        if (await limits.LoginOfAccount.TakeAsync(RateLimitKey.OfUser(caller.UserId)) is { Allowed: false } refused)
        {
            await limits.LoginOfAccount.RefuseAsync(context, refused);
            return;
        }

        Body<ChangePasswordRequest> body =
            await RequestBody.ReadAsync(context, AuthJson.Default.ChangePasswordRequest);
        if (body.Value is not { } request) return;
        var errors = new FieldErrors();
        Credentials.CheckPresented(errors, "currentPassword", request.CurrentPassword);
        Credentials.CheckPassword(errors, "newPassword", request.NewPassword);
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        if (await FindAsync(context, caller.UserId) is not { } found) return;
        Reply<CredentialsAnswer> known = await accounts.FindAsync(found.Email);
        if (await CheckAsync(context, known, request.CurrentPassword) is not { } profile) return;
        if (await passwords.HashAsync(request.NewPassword, context.RequestAborted) is not { } hash)
        {
            await Problems.WriteAsync(context, ProblemCodes.Busy);
            return;
        }

        await AnswerEndedAsync(context, await accounts.ChangePasswordAsync(profile, hash));
    }

    private async Task MeAsync(HttpContext context, Caller caller)
    {
        if (await FindAsync(context, caller.UserId) is not { } profile) return;
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, UserAnswer.Of(profile), AuthJson.Default.UserAnswer);
    }

    private async Task ChangeRoleAsync(HttpContext context, Caller caller)
    {
        string id = (string)context.GetRouteValue("userId")!;
        if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out ulong userId))
        {
            await Problems.WriteAsync(
                context, ProblemCodes.InvalidParameter, FieldErrors.Of("userId", "Must be a whole number."));
            return;
        }

        if ((await RequestBody.ReadAsync(context, AuthJson.Default.ChangeRoleRequest)).Value is not { } request) return;
        if (!Roles.TryParse(request.Role, out AccountRole role))
        {
            await Problems.WriteAsync(
                context, ProblemCodes.InvalidBody, FieldErrors.Of("role", "Must be 'customer' or 'admin'."));
            return;
        }

        Reply<AccountAnswer> reply = await accounts.ChangeRoleAsync(userId, role);
        if (await ProfileOrProblemAsync(context, reply) is not { } profile) return;
        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, UserAnswer.Of(profile), AuthJson.Default.UserAnswer);
    }

    private static async Task AnswerEndedAsync(HttpContext context, Reply<AccountAnswer> reply)
    {
        if (await ProfileOrProblemAsync(context, reply) is null) return;
        RefreshCookie.Clear(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task<AccountProfile?> FindAsync(HttpContext context, ulong userId) =>
        await ProfileOrProblemAsync(context, await accounts.FindAsync(userId));

    private static async Task<AccountProfile?> ProfileOrProblemAsync(HttpContext context, Reply<AccountAnswer> reply)
    {
        if (reply is { HasValue: true, Value.Outcome: AccountOutcome.Done }) return reply.Value.Profile;
        await Problems.WriteAsync(
            context, reply.HasValue ? ProblemOf(reply.Value.Outcome) : Problems.Of(reply.Status));
        return null;
    }

    /// <summary>Whether a browser asks whose cookie is gone: expired, or taken away when it was signed out.</summary>
    private static bool IsWithoutToken(HttpContext context) =>
        RefreshCookie.HasNoBody(context) && RefreshCookie.Read(context) is null;

    /// <summary>The refresh token from cookie or body, or null when the problem has been answered.</summary>
    private static async Task<string?> ReadTokenAsync(HttpContext context) =>
        RefreshCookie.Read(context)
        ?? (await RequestBody.ReadAsync(context, AuthJson.Default.RefreshRequest)).Value?.RefreshToken;
}
