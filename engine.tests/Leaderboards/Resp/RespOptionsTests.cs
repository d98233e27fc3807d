using Catalog.Shell.Leaderboards.Resp;
using Microsoft.Extensions.Options;

namespace Catalog.Engine.Tests.Leaderboards.Resp;

public sealed class RespOptionsTests
{
    public static TheoryData<string, RespOptions> Wrong => new()
    {
        { "Port", new RespOptions { Port = 70_000 } },
        { "Address", new RespOptions { Address = "nowhere" } },
        { "Databases", new RespOptions { Databases = 0 } },
        { "MaxConnections", new RespOptions { MaxConnections = 0 } },
        { "MaxAnswerMegabytes", new RespOptions { MaxAnswerMegabytes = 0 } },
        { "MaxKeys", new RespOptions { MaxKeys = 0 } },
        { "MaxMembers", new RespOptions { MaxMembers = 0 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_makes_no_sense_is_refused_by_name(string setting, RespOptions options)
    {
        ValidateOptionsResult result = new RespOptionsValidator(TimeProvider.System).Validate(null, options);
        string failure = Assert.Single(result.Failures!);
        Assert.StartsWith("Catalog:Leaderboards:Resp:" + setting, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("::1", null, false)]
    [InlineData("0.0.0.0", null, true)]
    [InlineData("0.0.0.0", false, false)]
    [InlineData("127.0.0.1", true, true)]
    public void Clients_of_other_machines_sign_in_unless_said_otherwise(string address, bool? required, bool needs)
    {
        var options = new RespOptions { Address = address, RequireAuth = required };
        Assert.Equal(needs, options.NeedsAuth);
        Assert.True(new RespOptionsValidator(TimeProvider.System).Validate(null, options).Succeeded);
    }
}
