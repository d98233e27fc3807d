using Catalog.Shell.Options;

namespace Catalog.Engine.Tests.Shell.Hosting;

/// <summary>A configuration that cannot work is refused before anything is opened.</summary>
public sealed class CatalogOptionsValidatorTests
{
    private static readonly CatalogOptionsValidator Validator = new();

    [Fact]
    public void The_defaults_hold() => Assert.True(Validator.Validate(null, new CatalogOptions()).Succeeded);

    [Fact]
    public void Every_failure_names_its_setting()
    {
        var options = new CatalogOptions { DataPath = " ", Shards = -1, JournalSegmentMegabytes = 1 };
        options.Auth.SigningKey = "c2hvcnQ=";
        options.Auth.AccessTokenMinutes = 0;
        options.Http.MaxConnections = 0;
        options.RateLimits.Policies["login"] = new RateLimitSetting { Limit = 0 };
        string[] failures = [.. Validator.Validate(null, options).Failures!];
        string[] named =
        [
            "DataPath", "Shards", "JournalSegmentMegabytes", "Auth:SigningKey", "Auth:AccessTokenMinutes",
            "Http:MaxConnections", "RateLimits:Policies:login:Limit",
        ];
        Assert.Equal(named.Length, failures.Length);
        foreach (string name in named)
            Assert.Contains(failures, f => f.StartsWith($"Catalog:{name} ", StringComparison.Ordinal));
    }
}
