using FastTrackBot.Platform.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace FastTrackBot.Platform.Storage;

public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section)
            .Validate(
                options => options.Provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase),
                $"{StorageOptions.Section}:Provider must be 'sqlite'.")
            .ValidateOnStart();
        return services.AddSingleton<IStore>(Open);
    }

    private static SqliteStore Open(IServiceProvider services)
    {
        var contentRoot = services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        var path = services.GetRequiredService<IOptions<StorageOptions>>().Value.Path;
        return SqliteStore.Open(System.IO.Path.Combine(contentRoot, path), services.GetRequiredService<ILogger<SqliteStore>>());
    }
}
