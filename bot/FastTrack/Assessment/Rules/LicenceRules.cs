namespace FastTrackBot.FastTrack.Assessment.Rules;

public static class LicenceRules
{
    /// <summary>Too few, expiring, or bought and not used.</summary>
    /// <param name="leastUsed">The share that should be assigned.</param>
    /// <param name="virtualUnits">From so many on, a product is a free one.</param>
    public static IEnumerable<Found> Find(IEnumerable<Product> products, double leastUsed, double virtualUnits)
    {
        foreach (var product in products.Where(product => product.Enabled < virtualUnits))
        {
            var usable = product.Enabled + product.Grace;
            if (product.Assigned > usable)
                yield return Found.Of("licencesShort", product.Name, $"{product.Assigned}", $"{usable}", $"{product.Assigned - usable}");
            else if (usable > 0 && product.Assigned < usable * leastUsed)
                yield return Found.Of("licencesUnused", product.Name, $"{product.Assigned}", $"{usable}", $"{usable - product.Assigned}");
            if (product.Grace > 0 || product.Suspended > 0)
                yield return Found.Of("licencesExpired", product.Name, $"{product.Grace}", $"{product.Suspended}");
        }
    }
}
