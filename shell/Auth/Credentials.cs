using Catalog.Shell.Http;

namespace Catalog.Shell.Auth;

/// <summary>What names and passwords may be.</summary>
internal static class Credentials
{
    /// <summary>NIST SP 800-63B, section 5.1.1.2: at least 8.</summary>
    public const int MinPasswordLength = 8;

    /// <summary>Bounds the work of hashing one.</summary>
    public const int MaxPasswordLength = 256;

    /// <summary>The longest display name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Checks a password about to be set.</summary>
    public static void CheckPassword(FieldErrors errors, string field, string password)
    {
        int length = password.Length;
        errors.Check(length >= MinPasswordLength, field, $"Must have at least {MinPasswordLength} characters.");
        errors.Check(length <= MaxPasswordLength, field, $"Must have at most {MaxPasswordLength} characters.");
    }

    /// <summary>Checks a password about to be compared: only what bounds the work.</summary>
    public static void CheckPresented(FieldErrors errors, string field, string password) =>
        errors.Check(password.Length is > 0 and <= MaxPasswordLength, field,
            $"Must have 1 to {MaxPasswordLength} characters.");

    /// <summary>Checks a display name.</summary>
    public static void CheckName(FieldErrors errors, string name)
    {
        bool fits = name.Length is > 0 and <= MaxNameLength && !name.Any(char.IsControl);
        errors.Check(fits, "name", $"Must have 1 to {MaxNameLength} characters and no control characters.");
    }

    /// <summary>Checks and normalises an email address.</summary>
    public static string CheckEmail(FieldErrors errors, string text)
    {
        errors.Check(EmailAddress.TryNormalize(text, out string email), "email", "Is not an email address.");
        return email;
    }
}
