using FastTrackBot.Platform.Storage.Postgres;
using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Storage;

public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section)
            .Validate(options => options.IsPostgres || options.IsSqlite, $"{StorageOptions.Section}:Provider must be 'sqlite' or 'postgres'.")
            .Validate(
                options => !options.IsPostgres || !string.IsNullOrWhiteSpace(options.ConnectionString),
                $"{StorageOptions.Section}:ConnectionString is needed with the provider 'postgres': Host=…;Database=…;Username=…;Password=….")
            .ValidateOnStart();
        return services.AddSingleton<IStore>(Open);
    }

    private static IStore Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        if (options.IsPostgres) return PostgresStore.Open(options.ConnectionString!, services.GetRequiredService<ILogger<PostgresStore>>());

        var contentRoot = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return SqliteStore.Open(System.IO.Path.Combine(contentRoot, options.Path), services.GetRequiredService<ILogger<SqliteStore>>());
    }
}
