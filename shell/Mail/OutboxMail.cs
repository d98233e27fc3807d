namespace Catalog.Shell.Mail;

/// <summary>
/// A mail to be written. Its position is its identity: a fact makes one mail, or a few under the positions right behind
/// its own, where no other fact begins. What is caused by no fact has a negative one of its own making.
/// </summary>
public sealed record OutboxMail
{
    /// <summary>The journal position of the fact that caused it, or a negative number.</summary>
    public required long Position { get; init; }

    /// <summary>What it is about: lower-case letters and hyphens.</summary>
    public required string Kind { get; init; }

    /// <summary>When the fact happened, milliseconds since 1970.</summary>
    public required long TimeMs { get; init; }

    /// <summary>Whom it goes to.</summary>
    public required string ToName { get; init; }

    /// <summary>Where it goes.</summary>
    public required string ToAddress { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>A file that goes with it.</summary>
    public MailAttachment? Attachment { get; init; }
}
