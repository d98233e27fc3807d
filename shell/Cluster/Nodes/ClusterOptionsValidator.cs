using Catalog.Engine.Core.Shards;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>Refuses what cannot work, naming each setting and what it may be.</summary>
internal sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    /// <summary>A lease of fewer beats would be lost to a short pause.</summary>
    internal const int MinBeatsInLease = 5;

    public ValidateOptionsResult Validate(string? name, ClusterOptions options)
    {
        var errors = new List<string>();
        if (!NodeAddress.TryParse(options.Listen, out _))
            errors.Add($"{ClusterOptions.Section}:Listen is '{options.Listen}'; it must look like 0.0.0.0:7946.");
        if (options.Advertise is { } advertise && !NodeAddress.TryParse(WithPort(advertise), out _))
            errors.Add($"{ClusterOptions.Section}:Advertise is '{advertise}'; it must be a host, or host:port.");
        if (options.Url is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
            errors.Add($"{ClusterOptions.Section}:Url is '{url}'; it must be an address as in http://node1:8080.");
        Check("Shards", options.Shards, 1, EngineOptions.MaxShards);
        Check("BeatMs", options.BeatMs, 20, 10_000);
        Check("LeaseMs", options.LeaseMs, options.BeatMs * MinBeatsInLease, 600_000);
        Check("JoinSeconds", options.JoinSeconds, 1, 3600);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void Check(string setting, int value, int min, int max)
        {
            if (value < min || value > max)
                errors.Add($"{ClusterOptions.Section}:{setting} is {value}; it must lie between {min} and {max}.");
        }
    }

    /// <summary>A host alone with a port behind it, so that it reads like an address.</summary>
    internal static string WithPort(string advertise) =>
        NodeAddress.TryParse(advertise, out _) ? advertise : $"{advertise}:0";
}
