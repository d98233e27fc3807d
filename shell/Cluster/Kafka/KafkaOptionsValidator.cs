using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>Refuses a configuration that cannot work, naming each setting and what it may be.</summary>
internal sealed class KafkaOptionsValidator : IValidateOptions<KafkaOptions>
{
    private static readonly string[] Protocols = ["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"];
    private static readonly string[] Formats = ["json", "msgpack"];
    private static readonly string[] Mechanisms = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"];

    public ValidateOptionsResult Validate(string? name, KafkaOptions options)
    {
        if (!options.IsConfigured) return ValidateOptionsResult.Success;
        var errors = new List<string>();
        foreach (string server in options.BootstrapServers.Split(','))
            if (!IsEndpoint(server.Trim()))
                errors.Add($"{Name("BootstrapServers")} has '{server}'; each must be host:port.");
        CheckOneOf(errors, "SecurityProtocol", options.SecurityProtocol, Protocols);
        CheckOneOf(errors, "SaslMechanism", options.SaslMechanism, Mechanisms);
        CheckOneOf(errors, "Format", options.Format, Formats);
        CheckRange(errors, "Partitions", options.Partitions, (1, 1_000));
        CheckRange(errors, "ReplicationFactor", options.ReplicationFactor, (0, 32));
        CheckRange(errors, "SessionTimeoutSeconds", options.SessionTimeoutSeconds, (6, 300));
        CheckRange(errors, "MaxInFlight", options.MaxInFlight, (1, 1_000_000));
        if (!options.Prefix.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            errors.Add($"{Name("Prefix")} may have letters, digits, '.', '_' and '-'.");
        if (options.BrokerVersion is { } version && !Version.TryParse(version, out _))
            errors.Add($"{Name("BrokerVersion")} is '{version}'; it must be a version such as 0.9.0.1.");
        bool signsIn = options.SecurityProtocol.StartsWith("sasl", StringComparison.OrdinalIgnoreCase);
        if (signsIn && (string.IsNullOrEmpty(options.Username) || string.IsNullOrEmpty(options.Password)))
            errors.Add($"{Name("Username")} and {Name("Password")} are needed with {options.SecurityProtocol}.");
        if (options.CertificateAuthorities is { } file && !File.Exists(file))
            errors.Add($"{Name("CertificateAuthorities")} names '{file}', and there is no such file.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsEndpoint(string text) =>
        text.LastIndexOf(':') is > 0 and var colon
        && ushort.TryParse(text.AsSpan(colon + 1), out ushort port)
        && port > 0;

    private static void CheckOneOf(List<string> errors, string setting, string value, string[] allowed)
    {
        if (allowed.Contains(value, StringComparer.OrdinalIgnoreCase)) return;
        errors.Add($"{Name(setting)} is '{value}'; it must be one of {string.Join(", ", allowed)}.");
    }

    private static void CheckRange(List<string> errors, string setting, int value, (int Min, int Max) range)
    {
        if (value >= range.Min && value <= range.Max) return;
        errors.Add($"{Name(setting)} is {value}; it must lie between {range.Min} and {range.Max}.");
    }

    private static string Name(string setting) => $"{KafkaOptions.Section}:{setting}";
}
