using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.S3;

/// <summary>Refuses a configuration that cannot work, naming each setting and what it may be.</summary>
internal sealed class S3OptionsValidator : IValidateOptions<S3Options>
{
    private static readonly string[] Checksums = ["auto", "crc32c", "md5"];

    public ValidateOptionsResult Validate(string? name, S3Options options)
    {
        if (!options.IsConfigured) return ValidateOptionsResult.Success;
        var errors = new List<string>();
        if (!IsBucket(options.Bucket))
        {
            errors.Add($"{Name("Bucket")} is '{options.Bucket}'; it must have 3 to 63 lower-case letters, digits, '.' "
                + "and '-', a letter or digit at both ends.");
        }

        if (options.Endpoint.Length > 0 && !IsServer(options.Endpoint))
        {
            errors.Add($"{Name("Endpoint")} must be an address with http or https and no path, such as "
                + "http://minio:9000.");
        }

        if (string.IsNullOrWhiteSpace(options.Region)) errors.Add($"{Name("Region")} must be set, such as us-east-1.");
        if (string.IsNullOrEmpty(options.AccessKey) != string.IsNullOrEmpty(options.SecretKey))
        {
            errors.Add($"{Name("AccessKey")} and {Name("SecretKey")} belong together: set both, or neither to take "
                + "them from the environment.");
        }

        if (!IsPrefix(options.Prefix))
        {
            errors.Add($"{Name("Prefix")} is '{options.Prefix}'; it must be empty, or end with '/' and have letters, "
                + "digits, '-', '_', '.' and '/'.");
        }

        CheckRange(errors, "PartMegabytes", options.PartMegabytes, (5, 1024));
        CheckRange(errors, "Concurrency", options.Concurrency, (1, 64));
        CheckRange(errors, "TimeoutSeconds", options.TimeoutSeconds, (1, 3_600));
        CheckRange(errors, "DeadlineSeconds", options.DeadlineSeconds, (1, 3_600));
        CheckRange(errors, "Retries", options.Retries, (0, 20));
        if (!Checksums.Contains(options.Checksum, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add($"{Name("Checksum")} is '{options.Checksum}'; it must be one of "
                + $"{string.Join(", ", Checksums)}.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsBucket(string text) =>
        text.Length is >= 3 and <= 63
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1]);

    // An address may hold a password, so it is not repeated when it is refused.
    private static bool IsServer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? server)
        && (server.Scheme == Uri.UriSchemeHttp || server.Scheme == Uri.UriSchemeHttps)
        && server.UserInfo.Length == 0
        && server.PathAndQuery == "/";

    private static bool IsPrefix(string text) =>
        text.Length == 0
        || (text.Length <= 200
            && text[^1] == '/'
            && text[0] != '/'
            && !text.Contains("//", StringComparison.Ordinal)
            && !text.Split('/').Any(static part => part is "." or "..")
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/'));

    private static void CheckRange(List<string> errors, string setting, int value, (int Min, int Max) range)
    {
        if (value >= range.Min && value <= range.Max) return;
        errors.Add($"{Name(setting)} is {value}; it must lie between {range.Min} and {range.Max}.");
    }

    private static string Name(string setting) => $"{S3Options.Section}:{setting}";
}
