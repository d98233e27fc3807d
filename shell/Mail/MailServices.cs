using Catalog.Shell.Hosting;

namespace Catalog.Shell.Mail;

/// <summary>Registers the outbox.</summary>
public static class MailServices
{
    /// <summary>Adds the outbox in the data folder.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(static s => new Outbox(s.GetRequiredService<EngineHost>().Engine.Storage.Disk!));
}
