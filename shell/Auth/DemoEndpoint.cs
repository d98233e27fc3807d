using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Auth.Contracts;
using Catalog.Shell.Http;
using Catalog.Shell.Options;

namespace Catalog.Shell.Auth;

/// <summary>
/// Tells the sign-in page which demo accounts there are. Their passwords are no secret: they are printed at start and
/// in the documentation. A server that is no demo (<see cref="CatalogOptions.Demo"/>) has none to tell.
/// </summary>
public sealed class DemoEndpoint(Accounts accounts, CatalogOptions options)
{
    /// <summary>Maps <c>/api/auth/demo</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/auth/demo", ListAsync)
            .Describe("Accounts", "The accounts to try things with, on a demo server")
            .Gives<DemoAnswer>().Fails(503);

    private async Task ListAsync(HttpContext context)
    {
        var found = new List<DemoAccountAnswer>();
        if (options.Demo)
        {
            foreach ((string email, string password, string name, AccountRole role) in DemoAccounts.All)
            {
                Reply<CredentialsAnswer> reply = await accounts.FindAsync(email);
                if (!reply.HasValue)
                {
                    await Problems.WriteAsync(context, reply.Status);
                    return;
                }

                if (reply.Value.Outcome == AccountOutcome.Done)
                    found.Add(new DemoAccountAnswer(email, password, name, Roles.NameOf(role)));
            }
        }

        await JsonResponse.WriteAsync(
            context, StatusCodes.Status200OK, new DemoAnswer(found), AuthJson.Default.DemoAnswer);
    }
}
