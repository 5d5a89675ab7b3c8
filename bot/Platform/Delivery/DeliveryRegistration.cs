namespace FastTrackBot.Platform.Delivery;

public static class DeliveryRegistration
{
    /// <summary>Does what is queued; each <see cref="WorkKind"/> is registered by the part whose work it is.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services.AddHostedService<StandingWorkStart>().AddHostedService<WorkRunner>();
}
