<#
.SYNOPSIS
    Puts the bot into Azure App Service with an identity of its own, and packs its Teams app.
.DESCRIPTION
    Creates what is missing and updates the rest, so it can be run again at any time: resource group, managed identity,
    App Service plan and web app, Azure Bot with its Teams channel. There is no secret: the identity is the bot.
.EXAMPLE
    ./deploy.ps1 -Name contoso-fasttrack -Location westeurope -Admins 11111111-2222-3333-4444-555555555555
.EXAMPLE
    ./deploy.ps1 -PackageOnly -AppId 11111111-2222-3333-4444-555555555555 -Domain bot.contoso.com
#>
[CmdletBinding(DefaultParameterSetName = 'Deploy')]
param(
    # The name of the web app, unique in all of Azure, and of everything that belongs to it.
    [Parameter(ParameterSetName = 'Deploy', Mandatory)] [ValidatePattern('^[a-z][a-z0-9-]{1,38}[a-z0-9]$')] [string] $Name,
    [Parameter(ParameterSetName = 'Deploy')] [string] $ResourceGroup = $Name,
    [Parameter(ParameterSetName = 'Deploy')] [string] $Location = 'westeurope',
    # The tenant whose people may talk to the bot; unless given, the one that az is logged in to.
    [Parameter(ParameterSetName = 'Deploy')] [string] $TenantId,
    # Entra object ids of the people who may read licences and ask for the bot's health.
    [Parameter(ParameterSetName = 'Deploy')] [guid[]] $Admins = @(),
    [Parameter(ParameterSetName = 'Deploy')] [string] $Sku = 'B1',

    # Only packs the Teams app, for a bot that runs elsewhere.
    [Parameter(ParameterSetName = 'Package', Mandatory)] [switch] $PackageOnly,
    [Parameter(ParameterSetName = 'Package', Mandatory)] [guid] $AppId,
    [Parameter(ParameterSetName = 'Package', Mandatory)] [string] $Domain,

    # Teams shows both beside the app: who stands behind it, and a page about it (https).
    [string] $DeveloperName = 'FastTrack Bot',
    [string] $WebsiteUrl
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$artifacts = Join-Path $PSScriptRoot 'artifacts'

# Runs a program and stops at its first failure; PowerShell itself would go on.
function Invoke-Program([string] $Program, [string[]] $Arguments) {
    $output = & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "'$Program $($Arguments -join ' ')' ended with $LASTEXITCODE." }
    $output
}

function Invoke-Az { Invoke-Program 'az' ($args + '--only-show-errors') }

function New-AppPackage([string] $Id, [string] $At) {
    Invoke-Program 'dotnet' @('msbuild', "$PSScriptRoot/appPackage/package.proj", '-nologo', "-p:BotId=$Id", "-p:BotDomain=$At",
        "-p:WebsiteUrl=$WebsiteUrl", "-p:DeveloperName=$DeveloperName")
}

$needed = @{ dotnet = 'the .NET 10 SDK: https://dotnet.microsoft.com/download' }
if (-not $PackageOnly) { $needed.az = 'the Azure CLI: https://learn.microsoft.com/cli/azure/install-azure-cli' }
$missing = $needed.Keys | Where-Object { -not (Get-Command $_ -ErrorAction SilentlyContinue) } | ForEach-Object { "$_ is missing; install $($needed[$_])" }
if ($missing) { throw ($missing -join [Environment]::NewLine) }

if ($PackageOnly) {
    New-AppPackage $AppId $Domain
    return
}

& az account show --output none 2>$null
if ($LASTEXITCODE -ne 0) { throw 'The Azure CLI is not logged in: run az login first.' }
if (-not $TenantId) { $TenantId = Invoke-Az account show --query tenantId --output tsv }

Write-Host "Resource group $ResourceGroup, identity and web app $Name in $Location"
Invoke-Az group create --name $ResourceGroup --location $Location --output none
Invoke-Az identity create --resource-group $ResourceGroup --name $Name --location $Location --output none
$identity = Invoke-Az identity show --resource-group $ResourceGroup --name $Name | ConvertFrom-Json
Invoke-Az appservice plan create --resource-group $ResourceGroup --name $Name --location $Location --is-linux --sku $Sku --output none
if (-not (Invoke-Az webapp list --resource-group $ResourceGroup --query "[?name=='$Name'].id" --output tsv)) {
    Invoke-Az webapp create --resource-group $ResourceGroup --plan $Name --name $Name --runtime 'DOTNETCORE:10.0' --https-only true --output none
}
Invoke-Az webapp identity assign --resource-group $ResourceGroup --name $Name --identities $identity.id --output none
Invoke-Az webapp config set --resource-group $ResourceGroup --name $Name --always-on true --min-tls-version 1.2 --output none

# /home outlives restarts and new versions; everything else on the machine does not.
$settings = @(
    "Bot__AppId=$($identity.clientId)", "Bot__TenantId=$TenantId", "Bot__ManagedIdentityClientId=$($identity.clientId)",
    'Storage__Path=/home/data/fasttrackbot.db')
for ($i = 0; $i -lt $Admins.Count; $i++) { $settings += "Access__Admins__$i=$($Admins[$i])" }
Invoke-Az webapp config appsettings set --resource-group $ResourceGroup --name $Name --output none --settings @settings

Write-Host 'Publish'
Remove-Item $artifacts/publish, $artifacts/publish.zip -Recurse -Force -ErrorAction SilentlyContinue
Invoke-Program 'dotnet' @('publish', "$PSScriptRoot/bot", '--configuration', 'Release', '--runtime', 'linux-x64', '--no-self-contained', '--output', "$artifacts/publish", '-v', 'quiet')
Compress-Archive -Path $artifacts/publish/* -DestinationPath $artifacts/publish.zip
Invoke-Az webapp deploy --resource-group $ResourceGroup --name $Name --src-path $artifacts/publish.zip --type zip --output none

$site = Invoke-Az webapp show --resource-group $ResourceGroup --name $Name --query defaultHostName --output tsv
if (-not (Invoke-Az resource list --resource-group $ResourceGroup --resource-type Microsoft.BotService/botServices --query "[?name=='$Name'].id" --output tsv)) {
    Invoke-Az bot create --resource-group $ResourceGroup --name $Name --app-type UserAssignedMSI --appid $identity.clientId `
        --tenant-id $TenantId --msi-resource-id $identity.id --output none
}
Invoke-Az bot msteams create --resource-group $ResourceGroup --name $Name --output none
Invoke-Az bot update --resource-group $ResourceGroup --name $Name --endpoint "https://$site/api/messages" --output none
New-AppPackage $identity.clientId $site

Write-Host @"

Done. Two things are left, because they need other rights than this script's:
1. Upload appPackage/FastTrackBot.zip in the Teams admin center: Teams apps > Manage apps > Upload new app.
2. Let the bot read the tenant, as a Privileged Role Administrator. README.md says what each permission is for; leave out what you do not want:
   `$graph = az ad sp show --id 00000003-0000-0000-c000-000000000000 | ConvertFrom-Json
   foreach (`$name in 'Organization.Read.All', 'User.Read.All', 'Domain.Read.All', 'Policy.Read.All', 'RoleManagement.Read.Directory', 'SecurityEvents.Read.All', 'Reports.Read.All', 'ReportSettings.Read.All', 'ServiceHealth.Read.All',
                     'LicenseAssignment.Read.All', 'GroupMember.Read.All', 'Sites.Selected', 'Tasks.ReadWrite.All', 'Calendars.ReadWrite', 'AppCatalog.Read.All',
                     'TeamsAppInstallation.ReadWriteSelfForUser.All') {
     `$role = (`$graph.appRoles | Where-Object value -eq `$name).id
     @{ principalId = '$($identity.principalId)'; resourceId = `$graph.id; appRoleId = `$role } | ConvertTo-Json -Compress | Set-Content consent.json
     az rest --method POST --url https://graph.microsoft.com/v1.0/servicePrincipals/$($identity.principalId)/appRoleAssignments --body '@consent.json'
   }
   Without them people type their seats and answer questions, and everything else works.
   Sites.Selected opens nothing by itself: grant the role manage on the one site of Recording:SiteUrl, and name that site and Recording:GroupId in the settings.
Health: https://$site/health/ready
"@
