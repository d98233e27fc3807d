using System.Net;
using Catalog.Shell.Auth;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>What accounts keep when the server goes and comes again.</summary>
public sealed class AuthRestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-restart-").FullName;
    private readonly ManualClock _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Accounts_sessions_and_voided_tokens_survive_a_restart()
    {
        ShellAnswer kept;
        ShellAnswer voided;
        ShellAnswer next;
        await using (var host = new ShellHost(_folder, _clock))
        {
            voided = await host.RegisterAsync("eve@example.org");
            await host.PostAsync("/api/auth/logout-everywhere", token: voided.AccessToken);
            kept = await host.RegisterAsync();
        }

        await using (var host = new ShellHost(_folder, _clock))
        {
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/api/auth/me", kept.AccessToken)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.GetAsync("/api/auth/me", voided.AccessToken)).Status);
            next = await host.PostAsync("/api/auth/refresh", new { refreshToken = kept.RefreshToken });
            Assert.Equal(HttpStatusCode.OK, next.Status);
            var again = new { name = "x", email = "ada@example.org", password = "12345678" };
            (await host.PostAsync("/api/auth/register", again))
                .AssertProblem(HttpStatusCode.Conflict, "email_taken");
        }

        await using (var host = new ShellHost(_folder, _clock))
        {
            ShellAnswer again = await host.PostAsync("/api/auth/refresh", new { refreshToken = kept.RefreshToken });
            Assert.Equal(next.RefreshToken, again.RefreshToken);
            _clock.Advance(TimeSpan.FromMilliseconds(AccountMachine.RepeatMs));
            ShellAnswer reused = await host.PostAsync("/api/auth/refresh", new { refreshToken = kept.RefreshToken });
            reused.AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
            Assert.Equal(HttpStatusCode.OK, (await host.LoginAsync()).Status);
        }
    }

    [Fact]
    public async Task Demo_accounts_are_made_once_and_the_key_is_the_owners_alone()
    {
        await using (var host = new ShellHost(_folder, _clock, ("Catalog:Demo", "true")))
        {
            foreach ((string email, string password, _, AccountRole role) in DemoAccounts.All)
            {
                ShellAnswer session = await host.LoginAsync(email, password);
                string name = session.Json.GetProperty("user").GetProperty("role").GetString()!;
                Assert.Equal(Roles.NameOf(role), name);
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            UnixFileMode mode = File.GetUnixFileMode(Path.Combine(_folder, "keys", "jwt.key"));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        }

        await using (var host = new ShellHost(_folder, _clock, ("Catalog:Demo", "true")))
        {
            ShellAnswer session = await host.RegisterAsync();
            Assert.Equal(3UL, session.Json.GetProperty("user").GetProperty("id").GetUInt64());
        }
    }

    [Fact]
    public async Task A_data_folder_that_is_made_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        string made = Path.Combine(_folder, "made");
        await using (new ShellHost(made, _clock))
        {
            const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(ownerOnly, File.GetUnixFileMode(made));
        }
    }

    [Fact]
    public async Task More_rounds_in_the_configuration_rehash_a_password_when_it_is_next_used()
    {
        await using (var host = new ShellHost(_folder, _clock)) await host.RegisterAsync();
        await using (var host = new ShellHost(_folder, _clock, ("Catalog:Auth:PasswordIterations", "1100")))
        {
            string before = (await host.Service<Accounts>().FindAsync("ada@example.org")).Value.PasswordHash;
            Assert.Equal(HttpStatusCode.OK, (await host.LoginAsync()).Status);
            string after = (await host.Service<Accounts>().FindAsync("ada@example.org")).Value.PasswordHash;
            Assert.NotEqual(before, after);
            Assert.Equal(HttpStatusCode.OK, (await host.LoginAsync()).Status);
            Assert.Equal(after, (await host.Service<Accounts>().FindAsync("ada@example.org")).Value.PasswordHash);
        }
    }
}
